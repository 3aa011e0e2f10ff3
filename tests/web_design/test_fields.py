"""Every field of a form is announced with its label, its help and what is wrong with it."""

from django import forms

from tests.web_design.pages import parse, render, visible_words

FORM = "{% load runut_tags %}{% error_summary form %}{% for f in form %}{% field f %}{% endfor %}"


class RapatForm(forms.Form):
    tempat = forms.CharField(label="Tempat", help_text="Ruang rapat.")
    cara = forms.ChoiceField(label="Cara", choices=[("cetak", "Dicetak")], widget=forms.RadioSelect)
    setuju = forms.BooleanField(label="Sudah dibaca")
    catatan = forms.CharField(label="Catatan", required=False)
    versi = forms.IntegerField(widget=forms.HiddenInput)


def test_an_input_points_to_its_help_and_its_error() -> None:
    page = parse(f"<form>{render(FORM, {'form': RapatForm({})})}</form>")
    tempat = page.get_element_by_id("id_tempat")
    told = [
        visible_words(page.get_element_by_id(i)) for i in tempat.get("aria-describedby").split()
    ]
    assert told[0] == "Ruang rapat."
    assert told[1].startswith("Salah: ")
    assert tempat.get("aria-invalid") == "true"
    assert page.xpath("//label[@for='id_tempat']")


def test_a_group_of_choices_has_a_legend_and_its_error() -> None:
    page = parse(f"<form>{render(FORM, {'form': RapatForm({})})}</form>")
    group = page.xpath("//fieldset")[0]
    assert visible_words(group.find("legend")) == "Cara"
    assert page.get_element_by_id(group.get("aria-describedby")) is not None


def test_the_summary_leads_to_every_wrong_field() -> None:
    page = parse(f"<form>{render(FORM, {'form': RapatForm({'versi': 'x'})})}</form>")
    summary = page.xpath("//*[@role='alert']")[0]
    targets = [link.get("href").removeprefix("#") for link in summary.iter("a")]
    assert len(targets) == 4, "one per wrong field, the hidden one included"
    for target in targets:
        assert page.get_element_by_id(target) is not None
    assert "Ada 3 isian yang perlu diperbaiki" in visible_words(summary), (
        "nobody mends a hidden one"
    )


def test_a_refusal_that_no_typing_mends_is_not_called_a_field_to_be_mended() -> None:
    form = RapatForm({})
    form.errors.clear()
    form.add_error(None, "Langkah ini sudah diselesaikan Budi.")
    (summary,) = parse(f"<form>{render(FORM, {'form': form})}</form>").xpath("//*[@role='alert']")
    assert visible_words(summary.find("h2")) == "Belum dapat dikerjakan"
    assert "sudah diselesaikan Budi" in visible_words(summary)


def test_a_field_that_may_stay_empty_says_so() -> None:
    page = parse(f"<form>{render(FORM, {'form': RapatForm()})}</form>")
    label = page.xpath("//label[@for='id_catatan']")[0]
    assert visible_words(label) == "Catatan (boleh kosong)"
    assert not page.xpath("//*[@role='alert']"), "an empty form has no summary"


def test_typed_text_never_becomes_markup() -> None:
    form = RapatForm({"tempat": "<b>Aula</b>"})
    assert "<b>Aula" not in render(FORM, {"form": form})
    assert "<b>" not in render("{% load runut_tags %}{{ teks|rapat }}", {"teks": "<b>2 hari</b>"})
