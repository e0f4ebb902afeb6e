"""Each feature is found in the HTML that uses it, and not in what only looks like it."""

from __future__ import annotations

import pytest

from segsite.brand.email.catalogue import FEATURES
from segsite.brand.email.features import Use, declarations, uses_of_sheet, uses_of_style, uses_of_tag

BREACHES = {
    "absolute": '<div style="position: absolute; top: 0">',
    "anchor": '<a href="#top">',
    "animation": '<p style="animation: pulse 2s infinite">',
    "aspect-ratio": '<div style="aspect-ratio: 16 / 9">',
    "audio": '<audio src="a.mp3">',
    "backdrop-filter": '<div style="backdrop-filter: blur(4px)">',
    "background-attribute": '<td width="600" background="https://acme.example/a.png">',
    "background-blend-mode": '<td style="background-blend-mode: multiply">',
    "background-image": '<td style="background-image: url(https://acme.example/a.png)">',
    "background-position": '<td style="background-position: center">',
    "background-size": '<td style="background-size: cover">',
    "base64": '<img alt="" src="data:image/png;base64,iVBOR">',
    "border-radius": '<td style="border-radius: 10px">',
    "box-shadow": '<td style="box-shadow: 0 2px 8px #bbb">',
    "box-sizing": '<div style="box-sizing: border-box">',
    "button": '<a href="x" style="background-color: #14342a; padding: 12px 28px">',
    "calc": '<div style="width: calc((480px - 100%) * 480)">',
    "clamp": '<h1 style="font-size: clamp(20px, 5%, 40px)">',
    "clip-path": '<img style="clip-path: circle(50%)">',
    "column-count": '<div style="column-count: 2">',
    "conic-gradient": '<td style="background: conic-gradient(#f00, #00f)">',
    "filter": '<img style="filter: grayscale(1)">',
    "fixed": '<div style="position:fixed">',
    "flex": '<div class="a" style="margin: 0;display:flex">',
    "flex-direction": '<div style="display: flex; flex-direction: column">',
    "flex-wrap": '<div style="flex-flow: row wrap">',
    "float": '<table style="float: left">',
    "form": '<form action="https://acme.example/">',
    "gap": '<div style="gap: 12px">',
    "grid": '<div style="display: inline-grid">',
    "grid-template": '<div style="grid-template-columns: 1fr 1fr">',
    "hidden": '<p class="x" hidden>',
    "image-avif": '<img src="https://acme.example/a.avif">',
    "image-bmp": '<img src="a.BMP">',
    "image-heif": '<img src="a.heic">',
    "image-ico": '<img src="/favicon.ico">',
    "image-map": '<map name="areas">',
    "image-mp4": '<img src="a.mp4">',
    "image-svg": '<img width="20" src="https://acme.example/a.svg?v=2">',
    "image-tiff": '<img src="a.tif">',
    "image-webp": '<v:fill type="frame" src="https://acme.example/a.webp" />',
    "light-dark": '<p style="color: light-dark(#000, #fff)">',
    "linear-gradient": '<td style="background-image: linear-gradient(#f00, #00f)">',
    "list-style-image": '<ul style="list-style-image: url(a.png)">',
    "mask-image": '<img style="mask-image: linear-gradient(#000, #fff)">',
    "max": '<div style="width: max(50%, 200px)">',
    "min": '<div style="width: min(100%,600px)">',
    "mix-blend-mode": '<img style="mix-blend-mode: multiply">',
    "modern-color": '<p style="color: oklch(0.5 0.1 200)">',
    "negative-margin": '<div style="margin: 0 0 -20px">',
    "object": '<object data="a.swf">',
    "object-fit": '<img style="object-fit: cover">',
    "opacity": '<p style="opacity: .5">',
    "radial-gradient": '<td style="background: repeating-radial-gradient(#f00, #00f)">',
    "rgba": '<p style="color: rgba(0, 0, 0, 0.5)">',
    "semantics": '<section class="a" style="margin: 0;padding: 20px">',
    "spaced-rgb": '<p style="border-color: rgb(0 128 0 / 50%)">',
    "stylesheet": '<link href="https://fonts.example/a.css" rel="stylesheet">',
    "svg": '<svg viewBox="0 0 1 1">',
    "text-shadow": '<p style="text-shadow: 0 1px 1px #000">',
    "transform": '<p style="transform: rotate(3deg)">',
    "transition": '<a style="transition: color 0.2s">',
    "unit-ch": '<p style="max-width: 60ch">',
    "unit-rem": '<p style="font-size: 1.25rem">',
    "unit-vh": '<p style="min-height: 50vh">',
    "unit-vmax": '<p style="width: 10vmax">',
    "unit-vmin": '<p style="width: 10vmin">',
    "unit-vw": '<p style="width:.5vw">',
    "variables": '<p style="color: var(--ink)">',
    "video": '<video src="a.mp4">',
    "visibility": '<p style="visibility: hidden">',
    "white-space": '<p style="white-space: pre-line">',
    "writing-mode": '<p style="writing-mode: vertical-rl">',
}
LOOK_ALIKES = [
    '<div style="position: relative">',
    '<a href="#">',
    '<a href="https://acme.example/#top">',
    '<p style="animation: none">',
    '<p class="flex grid calc(1px)" title="display: flex">',
    '<p style="display: block">',
    '<p style="--ratio: calc(1px + 2rem)">',
    '<p style="mso-line-height-alt: 1rem">',
    '<p style="font-family: Remington, Calcutta">',
    '<p style="margin: 0 -webkit-auto 0 calc-x">',
    '<p style="margin: 0 auto">',
    '<p style="color: #1ec0de">',
    '<p style="color: rgb(0, 128, 0)">',
    '<p style="border-radius: 0">',
    '<p style="border: 1px solid rgba(0, 0, 0, 0.5)">',
    '<p style="float: none">',
    '<p style="gap: 0">',
    '<p style="flex-direction: row; flex-wrap: nowrap">',
    '<p style="white-space: nowrap">',
    '<p style="opacity: 1">',
    '<p style="transform: none; object-position: top">',
    '<p style="visibility: visible">',
    '<p alt="a hidden gem" title="hidden" aria-hidden="true">',
    '<p data-hidden="1" class="hidden">',
    '<section class="a">',
    '<header style="margin: 0">',
    '<timetable style="color: #fff">',
    '<img src="https://acme.example/a.svg.png" alt="logo.svg">',
    '<img src="https://acme.example/svg/a.png?from=a.webp">',
    '<a href="https://acme.example/a.svg">',
    '<img src="https://acme.example/a.gif">',
    '<body background="https://acme.example/a.png">',
    '<td class="background" title="background=">',
    '<a style="padding: 0 8px">',
    '<a style="background-color: #fff">',
    '<a style="background: #fff; padding: 8px; mso-padding-alt: 0">',
    '<link rel="icon" href="stylesheet">',
    "<formula>",
    "<videos>",
    '<td style="background: #fff">',
]


def test_every_feature_has_its_breach():
    assert {*BREACHES, *(key for key, feature in FEATURES.items() if feature.sheet)} == set(FEATURES)


@pytest.mark.parametrize(("feature", "tag"), BREACHES.items())
def test_a_feature_is_found_in_a_tag_that_uses_it(feature, tag):
    found = [use for use in uses_of_tag(tag) if use.feature == feature]
    assert [use.eased for use in found] == [False]


@pytest.mark.parametrize("tag", LOOK_ALIKES)
def test_what_only_looks_like_a_feature_is_passed_over(tag):
    assert uses_of_tag(tag) == ()


def test_a_style_sheet_shows_its_fonts_and_the_declarations_of_its_rules():
    sheet = "@font-face { font-family: a; src: url(a.woff) } .a, .b > p { color: red; display:flex }"
    found = [(use.feature, sheet[slice(*span)]) for use, span in uses_of_sheet(sheet)]
    assert found == [("font-face", "@font-face"), ("flex", "display:flex")]


@pytest.mark.parametrize(
    "sheet",
    [
        "@media (max-width: 600px) { .a { display: flex } .b { width: 10vw } }",
        "@supports (display: grid) { .a { display: grid } }",
        "@import url(a.svg); .a { color: red }",
        ".a:hover { transform: scale(2) }",
        "[data-ogsc] .a { visibility: hidden }",
        ".a::before { position: absolute }",
        "u + .body .a { display: flex }",
        "#outlook a { width: 10vw }",
        "/* .a { display: flex } */",
        ".a { display: none; position: absolute }",
        "",
    ],
)
def test_what_comes_on_top_is_not_looked_at(sheet):
    assert uses_of_sheet(sheet) == ()


@pytest.mark.parametrize(
    "style",
    [
        "width: 300px; width: calc(100% - 20px)",
        "color: #14342a;color: oklch(0.3 0.1 160)",
        "display: block; display: flex",
    ],
)
def test_a_plain_value_before_it_is_a_fallback(style):
    assert [use.eased for use, _ in uses_of_style(style)] == [True]


def test_a_plain_value_after_it_is_what_holds():
    assert uses_of_style("width: calc(100% - 20px); width: 300px") == []


@pytest.mark.parametrize(
    ("tag", "eased"),
    [
        ('<td bgcolor="#14342a" style="background-image: url(a.png)">', True),
        ('<td style="background: #14342a url(a.png) no-repeat">', True),
        ('<td style="background: url(a.png) tan">', True),
        ('<td style="background-color: white; background-image: linear-gradient(#f00, #00f)">', True),
        ('<td style="background-color: rgb(1, 2, 3); background-image: url(a.png)">', True),
        ('<td bgcolor="#14342a" background="a.png">', True),
        ('<td style="background: url(red.png) no-repeat">', False),
        ('<td style="color: #fff; background-image: linear-gradient(red, #00f)">', False),
        ('<td style="background-color: transparent; background-image: url(a.png)">', False),
        ('<img align="left" style="float: left">', True),
        ('<img style="float: left; text-align: left">', False),
    ],
)
def test_a_fallback_of_another_kind_stands_on_the_tag_itself(tag, eased):
    assert [use.eased for use in uses_of_tag(tag)] == [eased]


@pytest.mark.parametrize("style", ["display: none", "display:none!important", "color: red; display : none"])
def test_a_hidden_element_uses_nothing(style):
    assert uses_of_tag(f'<div hidden style="position: absolute; {style}">') == ()


def test_entities_quotes_and_semicolons_in_values_are_read():
    found = uses_of_tag('<p style="font-family: &quot;a; b&quot;; background: url(a;b.svg); width: 2rem">')
    assert {use.feature for use in found} == {"image-svg", "background-image", "unit-rem"}
    assert uses_of_tag("<p style='display: flex'>") == (Use("flex", "display: flex"),)


def test_a_declaration_knows_where_it_stands():
    style = "color : red ;\n /* x */ width:calc( 1px\n+ 2px )"
    found = list(declarations(style))
    assert [(one.name, style[slice(*one.span)]) for one in found] == [
        ("color", "color : red"),
        ("width", "width:calc( 1px\n+ 2px )"),
    ]
