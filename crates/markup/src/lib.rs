//! `view!`: Leptos's own syntax, written out as calls on one untyped element.
//!
//! Leptos gives every element, attribute and list of children a type of its own, and the program carries code for each. Here an
//! element is a tag with lists (`crate::ui::Element` of the crate that calls the macro), so the program carries one. What the
//! views of this project do not use is left out and refused by name: spreads, slots, `let:`, directives, `style:`.

mod component;
mod element;

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use rstml::node::{Node, NodeBlock};
use syn::spanned::Spanned as _;
use syn::{Expr, Stmt};

/// Elements and components as in Leptos; the value is an element, or a list of views where there are several roots.
#[proc_macro]
pub fn view(tokens: proc_macro::TokenStream) -> proc_macro::TokenStream {
    match rstml::parse2(tokens.into()).and_then(|nodes| roots(&nodes)) {
        Ok(view) => view.into(),
        Err(error) => error.to_compile_error().into(),
    }
}

/// What stands on the top level of a view, or among a component's children.
fn roots(nodes: &[Node]) -> syn::Result<TokenStream> {
    let nodes: Vec<&Node> = nodes.iter().filter(|node| !matches!(node, Node::Comment(_))).collect();
    match nodes.as_slice() {
        [] => Ok(quote! { () }),
        [node] => value(node, false),
        many => {
            let views = many
                .iter()
                .map(|node| value(node, false))
                .collect::<syn::Result<Vec<_>>>()?;
            Ok(quote! { ::std::vec![#(crate::ui::any(#views)),*] })
        }
    }
}

/// The expression of one node. `in_svg` says whether it stands within an `svg` element of the same view.
fn value(node: &Node, in_svg: bool) -> syn::Result<TokenStream> {
    match node {
        Node::Element(element) if component::is(element) => component::expand(element),
        Node::Element(element) => element::expand(element, in_svg),
        Node::Text(text) => {
            let text = &text.value;
            Ok(quote! { #text })
        }
        Node::Block(block) => expression(block),
        Node::Fragment(fragment) => roots(&fragment.children),
        other => Err(syn::Error::new(
            other.span(),
            "this kind of node is not part of these views",
        )),
    }
}

/// A block's expression. A closure is boxed, so that all of them share one type; whether a name is one, only its type says.
fn expression(block: &NodeBlock) -> syn::Result<TokenStream> {
    let Some(block) = block.try_block() else {
        return Err(syn::Error::new(block.span(), "an expression is expected"));
    };
    Ok(match block.stmts.as_slice() {
        [Stmt::Expr(Expr::Closure(closure), None)] if closure.inputs.is_empty() => {
            quote_spanned! { closure.span() => crate::ui::reactive(#closure) }
        }
        [Stmt::Expr(Expr::Path(name), None)] => quote_spanned! { name.span() => {
            #[allow(unused_imports, reason = "one of the two applies")]
            use crate::ui::{NamedClosure as _, NamedView as _};
            crate::ui::Named::new(#name).view()
        } },
        [Stmt::Expr(single, None)] => quote! { #single },
        _ => quote! { #block },
    })
}
