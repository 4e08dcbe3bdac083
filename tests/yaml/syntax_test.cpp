// Reading YAML that is not in order: whole messages, and where they point.
#include <string>

#include <doctest/doctest.h>

#include "shown.hpp"

namespace hipaa::yaml {
namespace {

TEST_CASE("a mistake is shown where it is, with what to do about it") {
    struct Row {
        std::string name;
        std::string text;
        std::string mistakes;
    };
    const Row rows[] = {
        {"missing space", "a: 1\nb:2\nc: 3",
         "2:2 syntax: put a space after this colon: a setting is written as `key: value`"},
        {"missing space, first line", "b:2\nc: 3",
         "1:2 syntax: put a space after this colon: a setting is written as `key: value`"},
        {"missing space, address kept", "a: 1\nhttp://x:2\nb: 1",
         "2:9 syntax: put a space after this colon: a setting is written as `key: value`"},
        {"missing colon", "a: 1\nfoo\nb: 2",
         "2:1 syntax: there is no colon in this line; a setting is written as `key: value`, and text of several lines "
         "goes in quotes"},
        {"missing colon, first line", "foo\nb: 2",
         "1:1 syntax: there is no colon in this line; a setting is written as `key: value`, and text of several lines "
         "goes in quotes"},
        {"second colon", "a: b: c",
         "1:5 syntax: this is a second colon in one line; put the text that holds it in quotes"},
        {"second colon in an item", "- a: b: c",
         "1:7 syntax: this is a second colon in one line; put the text that holds it in quotes"},
        {"key too long", std::string(1100, 'k') + ": 1",
         "1:1101 syntax: the key before this colon is over 1024 bytes long; is a quote missing?"},
        {"deeper than a value", "a: 1\n  b: 2",
         "2:3 syntax: this line is indented as if it went on with the text of line 1; line it up with the key that it "
         "belongs beside"},
        {"between two levels", "a:\n    b: 1\n  c: 2",
         "3:3 syntax: this line is not lined up with the lines that it belongs to; give it the same number of spaces "
         "at its beginning as those have"},
        {"list beside keys", "a: 1\n- b",
         "2:1 syntax: a list item cannot stand here; line its dash up with the other dashes of its list, or put the "
         "list under a key of its own"},
        {"list behind its key", "a: - b",
         "1:4 syntax: a list cannot begin behind its key; put every dash on a line of its own below it, or the text in "
         "quotes"},
        {"dash in brackets", "a: [- b]",
         "1:5 syntax: a dash cannot begin an item between brackets; separate the items by commas, and check that every "
         "bracket above is closed"},
        {"dash in open bracket", "a: [b,\n- c",
         "2:1 syntax: a dash cannot begin an item between brackets; separate the items by commas, and check that every "
         "bracket above is closed"},
        {"keys beside list", "- a\nb: c",
         "2:1 syntax: this belongs to nothing above it; check that its line is lined up with those above, and that "
         "brackets and quotes end where they should"},
        {"text beside list", "a:\n  - b\n  c",
         "3:3 syntax: there is no colon in this line; a setting is written as `key: value`, and text of several lines "
         "goes in quotes"},
        {"double quote not closed", "a: 1\nb: \"x\nc: 2\n",
         "2:4 syntax: the text that begins with this quote never ends; add the closing quote where it should"},
        {"single quote not closed", "a: 'it's\nb: 1",
         "1:8 syntax: there is more text after the closing quote of the text that begins on line 1; is a quote "
         "missing, or one too many?"},
        {"quote not closed after closed ones", "a: \"x\"\nb: {c: 'y', d: 'z}\n",
         "2:16 syntax: the text that begins with this quote never ends; add the closing quote where it should"},
        {"apostrophe is none", "a: it's fine\nb: \"x",
         "2:4 syntax: the text that begins with this quote never ends; add the closing quote where it should"},
        {"quote closed by the next", "a: \"x\nb: \"y\"",
         "2:5 syntax: there is more text after the closing quote of the text that begins on line 1; is a quote "
         "missing, or one too many?"},
        {"text behind a quote", "a: \"x\" y",
         "1:8 syntax: there is more text after the closing quote of the text that begins on line 1; is a quote "
         "missing, or one too many?"},
        {"text behind single quotes", "- 'x' y",
         "1:7 syntax: there is more text after the closing quote of the text that begins on line 1; is a quote "
         "missing, or one too many?"},
        {"file divided in quotes", "a: \"b\n---\nc\"",
         "2:1 syntax: the file is divided here in the middle of a quoted text; is a closing quote missing above?"},
        {"bracket not closed", "a: [b, c\n",
         "1:4 syntax: the bracket `[` is opened here and never closed; add the `]` where it should be"},
        {"brace not closed", "a: 1\nb: {c: [d]\n\n",
         "2:4 syntax: the bracket `{` is opened here and never closed; add the `}` where it should be"},
        {"brace not closed before a key", "a: {b: 1\nc: 2",
         "2:2 syntax: a comma or the closing `}` is missing before this; the `{` is opened on line 1"},
        {"no comma", "a: ['b' 'c']",
         "1:9 syntax: a comma or the closing `]` is missing before this; the `[` is opened on line 1"},
        {"bracket without beginning", "a: ]",
         "1:4 syntax: this closing bracket fits no opening one; remove it, correct the opening one, or put the text in "
         "quotes"},
        {"wrong bracket", "a: [b}",
         "1:6 syntax: this closing bracket fits no opening one; remove it, correct the opening one, or put the text in "
         "quotes"},
        {"one bracket too many", "{a: b}}",
         "1:7 syntax: this closing bracket fits no opening one; remove it, correct the opening one, or put the text in "
         "quotes"},
        {"at sign", "a: @b", "1:4 syntax: text cannot begin with `@` unless it is in quotes; put the text in quotes"},
        {"backquote", "a: `b`",
         "1:4 syntax: text cannot begin with a backquote unless it is in quotes; put the text in quotes"},
        {"percent, in brackets", "a: [%b]",
         "1:5 syntax: text cannot begin with `%` unless it is in quotes; put the text in quotes"},
        {"bar in brackets", "a: [|b]",
         "1:5 syntax: text cannot begin with `|` unless it is in quotes; put the text in quotes"},
        {"question mark in brackets", "a: {ask: A flag?, b: 1}",
         "1:16 syntax: text between brackets cannot hold a question mark unless it is in quotes; put the text in "
         "quotes"},
        {"question mark", "a: ? b",
         "1:4 syntax: a question mark with a space after it has a special meaning here; put the text in quotes"},
        {"star", "a: * b", "1:4 syntax: text that begins with `*` has a special meaning; put it in quotes"},
        {"star word", "a: *b",
         "1:4 alias: `*b` refers to something that this file does not define; if it is meant as text, put it in "
         "quotes"},
        {"stars", "a: **b** c",
         "1:4 alias: `**b**` refers to something that this file does not define; if it is meant as text, put it in "
         "quotes"},
        {"ampersand", "a: & b", "1:4 syntax: text that begins with `&` has a special meaning; put it in quotes"},
        {"ampersand word", "a: &b[c", "1:4 syntax: text that begins with `&` has a special meaning; put it in quotes"},
        {"alias before bracket", "a: &b c\nd: *b[e",
         "2:4 syntax: text that begins with `*` has a special meaning; put it in quotes"},
        {"tag handle", "a: !b%c!d",
         "1:6 syntax: text cannot begin with `%` unless it is in quotes; put the text in quotes"},
        {"tag handle with a dot", "a: !b.c!d",
         "1:4 syntax: text that begins with `!` has a special meaning; put it in quotes"},
        {"tag without end", "a: !b!", "1:4 syntax: text that begins with `!` has a special meaning; put it in quotes"},
        {"verbatim tag", "a: !<b", "1:4 syntax: text that begins with `!` has a special meaning; put it in quotes"},
        {"two tags", "a: !!str !!int b",
         "1:10 syntax: two marks of the same kind (`&` or `!`) stand before one value; remove one of them"},
        {"two anchors", "a: &b &c d",
         "1:7 syntax: two marks of the same kind (`&` or `!`) stand before one value; remove one of them"},
        {"escape", "a: \"C:\\dir\"",
         "1:7 syntax: between double quotes a backslash has a special meaning, and this one is not understood; write "
         "it twice, or use single quotes around the text"},
        {"hex escape", "a: \"\\xZZ\"",
         "1:5 syntax: between double quotes a backslash has a special meaning, and this one is not understood; write "
         "it twice, or use single quotes around the text"},
        {"escape of half a character", "a: \"\\uD800\"",
         "1:5 syntax: between double quotes a backslash has a special meaning, and this one is not understood; write "
         "it twice, or use single quotes around the text"},
        {"text behind a bar", "a: |foo\n  b",
         "1:5 syntax: behind `|` or `>` the text begins on the next line; move it there, or put all of it in quotes"},
        {"zero", "a: |0\n  b", "1:6 syntax: the number behind `|` or `>` cannot be 0; leave it out"},
        {"directive", "%YAML\n---\na: b",
         "1:1 syntax: a line that begins with `%` is an instruction to the reader of the file, and this one is not "
         "understood; remove it"},
        {"directive of another version", "%YAML 3.0\n---\na: b",
         "1:1 syntax: a line that begins with `%` is an instruction to the reader of the file, and this one is not "
         "understood; remove it"},
        {"directive of no version", "%YAML x\n---\na: b",
         "1:1 syntax: a line that begins with `%` is an instruction to the reader of the file, and this one is not "
         "understood; remove it"},
        {"directive twice", "%YAML 1.2\n%YAML 1.2\n---\na: b",
         "2:1 syntax: a line that begins with `%` is an instruction to the reader of the file, and this one is not "
         "understood; remove it"},
        {"tag directive", "%TAG\n---\na: b",
         "1:1 syntax: a line that begins with `%` is an instruction to the reader of the file, and this one is not "
         "understood; remove it"},
        {"tag directive twice", "%TAG ! a\n%TAG ! b\n---\na: b",
         "2:1 syntax: a line that begins with `%` is an instruction to the reader of the file, and this one is not "
         "understood; remove it"},
        {"percent at the start", "%b: 1\nc: 2",
         "1:1 syntax: a line that begins with `%` is an instruction to the reader of the file, and this one is not "
         "understood; remove it"},
        {"percent in a line of its own", "a: 1\n%b: 2",
         "2:1 syntax: a line that begins with `%` is an instruction to the reader of the file, and this one is not "
         "understood; remove it"},
        {"percent below a list", "- a\n%b\n- c",
         "2:1 syntax: a line that begins with `%` is an instruction to the reader of the file, and this one is not "
         "understood; remove it"},
        {"tab", "a: 1\n\tb: 2",
         "2:1 tab: there is a tab in the indentation, where only spaces may stand; replace it by spaces"},
        {"tab before the first key", "\ta: b",
         "1:1 tab: there is a tab in the indentation, where only spaces may stand; replace it by spaces"},
        {"tab before a list", "a:\n\t- b",
         "2:1 tab: there is a tab in the indentation, where only spaces may stand; replace it by spaces"},
        {"tab after spaces", "a:\n  \tb: c",
         "2:3 tab: there is a tab in the indentation, where only spaces may stand; replace it by spaces"},
        {"tab after a dash", "-\ta: b",
         "1:2 tab: there is a tab in the indentation, where only spaces may stand; replace it by spaces"},
        {"tab before a value", "a:\n\tb\nc: d",
         "2:1 tab: there is a tab in the indentation, where only spaces may stand; replace it by spaces"},
        {"tab in brackets", "a: [\n\tb,\n \tc]",
         "2:1 tab: there is a tab in the indentation, where only spaces may stand; replace it by spaces\n3:2 tab: "
         "there is a tab in the indentation, where only spaces may stand; replace it by spaces"},
        {"tab in a block", "a: |\n  b\n\tc",
         "3:1 tab: there is a tab in the indentation, where only spaces may stand; replace it by spaces"},
        {"duplicate", "a: 1\nb: 2\na: 3\n'a': 4",
         "3:1 duplicate_key: the key `a` is already on line 1; keep only one of the two\n4:1 duplicate_key: the key "
         "`a` is already on line 1; keep only one of the two"},
        {"duplicate group", "a:\n  b: 1\na:\n  c: 2",
         "3:1 duplicate_key: the key `a` is already on line 1; put what is under this one under that one, and delete "
         "this line"},
        {"duplicate in a nested map", "a: {b: 1, b: 2}\nc: {b: 1}",
         "1:11 duplicate_key: the key `b` is already on line 1; keep only one of the two"},
        {"duplicate among many",
         "k0: 1\nk1: 1\nk2: 1\nk3: 1\nk4: 1\nk5: 1\nk6: 1\nk7: 1\nk8: 1\nk9: 1\nk10: 1\nk11: 1\nk3: 2\n",
         "13:1 duplicate_key: the key `k3` is already on line 4; keep only one of the two"},
        {"duplicate before broken text", "a: 1\na: 2\nb: @",
         "2:1 duplicate_key: the key `a` is already on line 1; keep only one of the two\n3:4 syntax: text cannot begin "
         "with `@` unless it is in quotes; put the text in quotes"},
        {"duplicate with controls", "\"\\e[1m\": 1\n\"\\e[1m\": 2",
         "2:1 duplicate_key: the key `\\u{1B}[1m` is already on line 1; keep only one of the two"},
        {"merge key", "a: &b {c: d}\ne:\n  <<: *b",
         "3:3 merge_key: the merge key `<<` is not supported here; write out the keys that it would bring in"},
        {"list as key", "[a]: b", "1:1 key_not_text: a list or a group cannot be a key; write a word before the colon"},
        {"map as key", "? {a: b}\n: c",
         "1:3 key_not_text: a list or a group cannot be a key; write a word before the colon"},
        {"null as key", "null: 1\n~: 2",
         "1:1 key_not_text: the key `null` means \"nothing\" in YAML; write it in quotes: `\"null\"`\n2:1 "
         "key_not_text: the key `~` means \"nothing\" in YAML; write it in quotes: `\"~\"`"},
        {"no key", ": a", "1:1 key_not_text: there is no key before the colon; write one, or put the text in quotes"},
        {"no key in braces", "{: a}",
         "1:2 key_not_text: there is no key before the colon; write one, or put the text in quotes"},
        {"alias as key", "a: &b c\n*b : d", "2:1 key_not_text: an alias (`*`) cannot be a key; write the key itself"},
        {"item as key", "? - a\n: b",
         "1:3 key_not_text: a list or a group cannot be a key; write a word before the colon"},
        {"tag", "a: !secret b",
         "1:4 tag: text that begins with `!` is a tag, and this one is not supported; remove it, or put the text in "
         "quotes"},
        {"tag on a list", "a: !!set [b]",
         "1:4 tag: text that begins with `!` is a tag, and this one is not supported; remove it, or put the text in "
         "quotes"},
        {"tag on a map", "--- !x\na: b",
         "1:5 tag: text that begins with `!` is a tag, and this one is not supported; remove it, or put the text in "
         "quotes"},
        {"second document", "a: 1\n---\nb: 2",
         "2:1 second_document: a second document begins here; put it in a file of its own, or remove the line of "
         "dashes"},
        {"second document, empty", "a: 1\n---\n",
         "2:1 second_document: a second document begins here; put it in a file of its own, or remove the line of "
         "dashes"},
        {"second document after the end mark", "a: 1\n...\nb: 2",
         "3:1 second_document: a second document begins here, after the line `...`, which ends the first; put it in a "
         "file of its own, or remove that line"},
        {"alias to what it is in", "a: &x [b, *x]",
         "1:11 alias: this alias (`*`) stands inside of what it refers to; write out what is meant"},
        {"alias to what is outside", "a: &x\n  b:\n    c: *x",
         "3:8 alias: this alias (`*`) stands inside of what it refers to; write out what is meant"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        CHECK(mistakes(row.text) == row.mistakes);
    }
}

}  // namespace
}  // namespace hipaa::yaml
