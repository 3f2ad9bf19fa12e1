//! Components in a view: the call that Leptos's own macro writes, children made by `roots`.

use proc_macro2::TokenStream;
use quote::quote;
use rstml::node::{NodeAttribute, NodeElement, NodeName};
use syn::spanned::Spanned as _;

use crate::roots;

/// Whether an element is a component: its name, or the last part of its path, begins with a capital.
pub fn is(element: &NodeElement<rstml::Infallible>) -> bool {
    match element.name() {
        NodeName::Path(path) => path
            .path
            .segments
            .last()
            .is_some_and(|last| last.ident.to_string().starts_with(char::is_uppercase)),
        _ => false,
    }
}

/// The call.
pub fn expand(element: &NodeElement<rstml::Infallible>) -> syn::Result<TokenStream> {
    let name = element.name();
    let mut props = Vec::new();
    for attribute in element.attributes() {
        let NodeAttribute::Attribute(attribute) = attribute else {
            return Err(syn::Error::new(
                attribute.span(),
                "a prop by name is expected: nothing is spread here",
            ));
        };
        let NodeName::Path(key) = &attribute.key else {
            return Err(syn::Error::new(attribute.key.span(), "a prop by name is expected"));
        };
        // A prop without a value is set, as in Leptos.
        let value = attribute
            .value()
            .map_or_else(|| quote! { true }, |value| quote! { #value });
        props.push(
            quote! { .#key(#[allow(unused_braces, reason = "a value may come in braces of its own")] { #value }) },
        );
    }
    let children = if element.children.is_empty() {
        quote! {}
    } else {
        let children = roots(&element.children)?;
        quote! { .children(::leptos::children::ToChildren::to_children(move || #children)) }
    };
    Ok(quote! {
        ::leptos::component::component_view(
            &#name,
            ::leptos::component::component_props_builder(&#name) #(#props)* #children .build(),
        )
    })
}
