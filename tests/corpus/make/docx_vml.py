"""Shapes in VML, the drawing language of old Word, and the twin of every newer shape."""

from tests.corpus.make.docx_anchor import Anchor, text_xml
from tests.corpus.make.frames import Frame

VML_TYPES = {
    "mulai": 116,
    "selesai": 116,
    "proses": 109,
    "keputusan": 110,
    "halaman": 177,
    "dokumen": 114,
    "data": 111,
    "bulat": 120,
    "segitiga b": 128,
    "segitiga t": 5,
    "segitiga r": 5,
    "segitiga l": 5,
}
VML_OWN_PATHS = {
    5: "m10800,l,21600r21600,xe",
    128: "m,l21600,,10800,21600xe",
    114: "m,20172v5400,2400,10800,1400,10800,-800v0,-2000,5400,-2050,10800,-2050l21600,,,xe",
    111: "m4321,l21600,,17204,21600,,21600xe",
    120: "m10800,qx,10800,10800,21600,21600,10800,10800,xe",
}
"""Types that only a few files use: each shape bears its own path."""
VML_PATHS = {
    116: "m3475,qx,10800,3475,21600l18125,21600qx21600,10800,18125,xe",
    109: "m,l,21600r21600,l21600,xe",
    110: "m10800,l,10800,10800,21600,21600,10800xe",
    4: "m10800,l,10800,10800,21600,21600,10800xe",
    177: "m,l21600,r,17255l10800,21600,,17255xe",
    202: "m,l,21600r21600,l21600,xe",
    32: "m,l21600,21600e",
    34: "m,l@0,0@0,21600,21600,21600e",
    33: "m,l21600,r,21600e",
}


VML_RELATIVE = {"column": "text", "paragraph": "text", "page": "page", "margin": "margin"}


def vml(frame: Frame, anchor: Anchor | None, number: int, *, inside: bool = False) -> str:
    """One VML shape; ``inside`` a group its numbers are the group's own coordinates."""
    style = vml_style(frame, anchor, number, inside)
    outside = ' o:allowincell="f"' if anchor is not None and not anchor.in_cell else ""
    words = ""
    if frame.text:
        words = f'<v:textbox inset="0,0,0,0">{text_xml(frame)}</v:textbox>'
    if frame.kind == "v:line":
        return vml_line(frame, anchor, number, inside=inside)
    if frame.path:
        corners = [f"{round(x * 20)},{round(y * 20)}" for x, y in frame.path]
        return (
            f'<v:shape id="_x0000_s{1024 + number}" style="{style}" coordsize="'
            f'{round(frame.width * 20)},{round(frame.height * 20)}" path="m{corners[0]}l'
            f'{",".join(corners[1:])}e" filled="f"{outside}><v:stroke endarrow="block"/></v:shape>'
        )
    if frame.is_line:
        arrow = {"tailEnd": ' endarrow="block"', "headEnd": ' startarrow="block"'}.get(
            frame.head, ""
        )
        type_no, kind = {
            "straightConnector1": (32, "straight"),
            "bentConnector2": (33, "elbow"),
            "bentConnector3": (34, "elbow"),
        }[frame.prst]
        adj = f' adj="{round((frame.adj or 0) * 0.216)}"' if type_no == 34 else ""
        return (
            f'<v:shape id="_x0000_s{1024 + number}" type="#_x0000_t{type_no}" '
            f'style="{style}"{outside}'
            f'{adj} o:connectortype="{kind}"><v:stroke{arrow}/></v:shape>'
        )
    if frame.is_label:
        return (
            f'<v:shape id="_x0000_s{1024 + number}" type="#_x0000_t202" style="{style}"{outside} '
            f'filled="f" stroked="f">{words}</v:shape>'
        )
    if frame.fill:
        outside += f' fillcolor="#{frame.fill}" stroked="f"'
    if frame.prst == "rect":
        return f'<v:rect id="_x0000_s{1024 + number}" style="{style}"{outside}>{words}</v:rect>'
    if frame.prst == "roundRect":
        return (
            f'<v:roundrect id="_x0000_s{1024 + number}" style="{style}"{outside} '
            f'arcsize="10923f">{words}</v:roundrect>'
        )
    type_no = 4 if frame.prst == "diamond" else VML_TYPES[frame.kind]
    path = VML_OWN_PATHS.get(type_no)
    own = f' coordsize="21600,21600" path="{path}"' if path else ""
    return (
        f'<v:shape id="_x0000_s{1024 + number}" type="#_x0000_t{type_no}" '
        f'style="{style}"{outside}{own}>{words}</v:shape>'
    )


def vml_line(frame: Frame, anchor: Anchor | None, number: int, *, inside: bool) -> str:
    """A line as old Word keeps it: from upper left to lower right, mirrored if need be."""
    x1, x2 = frame.left, frame.left + frame.width
    y1, y2 = frame.top, frame.top + frame.height
    flip = ("x" if frame.flip_h else "") + (" y" if frame.flip_v else "")
    mirror = f";flip:{flip.strip()}" if flip else ""
    arrow = ' endarrow="block"' if frame.head == "tailEnd" else ""
    if inside or anchor is None:
        ends = f'from="{round(x1 * 20)},{round(y1 * 20)}" to="{round(x2 * 20)},{round(y2 * 20)}"'
        style = f"position:absolute{mirror}"
    else:
        dx, dy = anchor.x, anchor.y
        ends = f'from="{x1 - dx:.2f}pt,{y1 - dy:.2f}pt" to="{x2 - dx:.2f}pt,{y2 - dy:.2f}pt"'
        style = (
            f"position:absolute{mirror};z-index:{251658240 + number};"
            f"mso-position-horizontal-relative:{VML_RELATIVE[anchor.horizontal]};"
            f"mso-position-vertical-relative:{VML_RELATIVE[anchor.vertical]}"
        )
    return (
        f'<v:line id="_x0000_s{1024 + number}" style="{style}" {ends}><v:stroke{arrow}/></v:line>'
    )


def vml_style(frame: Frame, anchor: Anchor | None, number: int, inside: bool) -> str:
    flip = ("x" if frame.flip_h else "") + ("y" if frame.flip_v else "")
    degrees = frame.rot // 60000
    if frame.flip_h != frame.flip_v:  # VML mirrors after the turn, DrawingML before it
        degrees = -degrees
    turn = f";rotation:{degrees}" if frame.rot else ""
    mirror = f";flip:{flip}" if flip else ""
    if inside:
        return (
            f"position:absolute;left:{round(frame.left * 20)};top:{round(frame.top * 20)};"
            f"width:{round(frame.width * 20)};height:{round(frame.height * 20)}{turn}{mirror}"
        )
    if anchor is None:
        return (
            f"width:{frame.width:.2f}pt;height:{frame.height:.2f}pt;"
            "mso-position-horizontal-relative:char"
        )
    return (
        f"position:absolute;margin-left:{frame.left - anchor.x:.2f}pt;"
        f"margin-top:{frame.top - anchor.y:.2f}pt;width:{frame.width:.2f}pt;"
        f"height:{frame.height:.2f}pt{turn}{mirror};z-index:{251658240 + number};"
        "visibility:visible;"
        f"mso-position-horizontal-relative:{VML_RELATIVE[anchor.horizontal]};"
        f"mso-position-vertical-relative:{VML_RELATIVE[anchor.vertical]}"
    )


def vml_types() -> str:
    """The definitions every VML shape refers to."""
    found = ""
    for number, path in VML_PATHS.items():
        adj = ' adj="10800"' if number == 34 else ""
        formulas = '<v:formulas><v:f eqn="val #0"/></v:formulas>' if number == 34 else ""
        line = ' filled="f" o:oned="t"' if number in (32, 33, 34) else ""
        found += (
            f'<v:shapetype id="_x0000_t{number}" coordsize="21600,21600" o:spt="{number}"{adj} '
            f'path="{path}"{line}>{formulas}<v:stroke joinstyle="miter"/></v:shapetype>'
        )
    return found
