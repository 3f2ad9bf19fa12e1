//! Elements in a view: a tag, then a call for each attribute and child.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use rstml::node::{KeyedAttribute, Node, NodeAttribute, NodeElement};
use syn::spanned::Spanned as _;
use syn::{Expr, Lit};

use crate::{component, value};

/// Tags of SVG that HTML does not have; sorted. Within an `svg` of the same view every tag is one of SVG.
const SVG: [&str; 22] = [
    "circle",
    "clipPath",
    "defs",
    "desc",
    "ellipse",
    "g",
    "image",
    "line",
    "linearGradient",
    "marker",
    "mask",
    "path",
    "pattern",
    "polygon",
    "polyline",
    "rect",
    "stop",
    "svg",
    "symbol",
    "text",
    "tspan",
    "use",
];

/// The element as a builder expression.
pub fn expand(element: &NodeElement<rstml::Infallible>, in_svg: bool) -> syn::Result<TokenStream> {
    let tag = element.name().to_string();
    let svg = in_svg || SVG.binary_search(&tag.as_str()).is_ok();
    let start = if svg { quote!(svg) } else { quote!(html) };
    let attributes = element
        .attributes()
        .iter()
        .map(attribute)
        .collect::<syn::Result<Vec<_>>>()?;
    let children = element
        .children
        .iter()
        .filter(|child| !matches!(child, Node::Comment(_)))
        .map(|child| self::child(child, svg))
        .collect::<syn::Result<Vec<_>>>()?;
    Ok(quote_spanned! { element.name().span() => crate::ui::Element::#start(#tag) #(#attributes)* #(#children)* })
}

/// A child: text and elements go in as they are, everything else as a view of any type.
fn child(child: &Node, in_svg: bool) -> syn::Result<TokenStream> {
    let inner = value(child, in_svg)?;
    Ok(match child {
        Node::Text(_) => quote! { .text(#inner) },
        Node::Element(element) if !component::is(element) => quote! { .element(#inner) },
        _ => quote! { .child(#inner) },
    })
}

fn attribute(attribute: &NodeAttribute) -> syn::Result<TokenStream> {
    let NodeAttribute::Attribute(attribute) = attribute else {
        return Err(syn::Error::new(
            attribute.span(),
            "an attribute by name is expected: nothing is spread here",
        ));
    };
    let key = attribute.key.to_string();
    let value = content(attribute);
    match key.split_once(':') {
        Some(("on", event)) => {
            let event = syn::Ident::new(event, attribute.key.span());
            Ok(quote! { .on(::leptos::ev::#event, #value) })
        }
        Some(("class", name)) => Ok(quote! { .class(#name, #value) }),
        Some(("prop", name)) => Ok(quote! { .prop(#name, #value) }),
        Some((other, _)) => Err(syn::Error::new(
            attribute.key.span(),
            format!("`{other}:` is not part of these views; there are on:, class: and prop:"),
        )),
        None if is_text(attribute) => Ok(quote! { .attr_text(#key, #value) }),
        None => Ok(quote! { .attr(#key, #value) }),
    }
}

/// Whether the value is a text written in the view.
fn is_text(attribute: &KeyedAttribute) -> bool {
    matches!(attribute.value(), Some(Expr::Lit(lit)) if matches!(lit.lit, Lit::Str(_)))
}

/// An attribute without a value is there: `<details open>`.
fn content(attribute: &KeyedAttribute) -> TokenStream {
    attribute
        .value()
        .map_or_else(|| quote! { true }, |value| quote! { #value })
}
