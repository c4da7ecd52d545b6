"""Cuts Noto Sans KR down to what the pages need, in two parts for each of two weights.

core: Latin, signs and every syllable that the product's own sources and the names of Korean industries and provinces use;
      it is all that a page normally loads.
rest: the other syllables of KS X 1001, loaded by the browser only when one of them appears (unicode-range).
"""
import pathlib
import subprocess
import sys

out = pathlib.Path(sys.argv[1])
here = pathlib.Path(__file__).resolve().parent
root = here.parents[3]
fonts = here / "node_modules/@expo-google-fonts/noto-sans-kr"

NAMES = (here / "names.txt").read_text(encoding="utf-8")
LATIN = "".join(map(chr, range(0x20, 0x7F))) + "·×÷±−–—…‘’“”→←↑↓▲▼△▽▾▸◆◇●○■□≥≤≈ㆍ₩％‰°²Σ" + "’"


def hangul(text):
    return {c for c in text if "가" <= c <= "힣"}


def syllables():
    """The 2,350 syllables of KS X 1001."""
    return {bytes([a, b]).decode("euc-kr") for a in range(0xB0, 0xC9) for b in range(0xA1, 0xFF)}


def sources():
    for pattern in ("radar-*/src/main/**/*.js", "radar-*/src/main/**/*.java", "radar-*/src/main/**/*.yaml"):
        for path in root.glob(pattern):
            if "node_modules" not in path.parts and path.parent.name != "vendor":
                yield path.read_text(encoding="utf-8")


def cut(weight, folder, part, text):
    name = out / "font" / f"noto-sans-kr-{weight}-{part}.woff2"
    source = fonts / folder / f"NotoSansKR_{folder}.ttf"
    listed = here / "characters.tmp"
    listed.write_text(text, encoding="utf-8")
    subprocess.check_call([
        sys.executable, "-m", "fontTools.subset", str(source), f"--text-file={listed}", "--flavor=woff2",
        f"--output-file={name}", "--layout-features=kern,tnum,liga", "--no-hinting", "--no-recalc-timestamp",
    ])
    listed.unlink()


def ranges(text):
    points = sorted(map(ord, set(text)))
    runs = []
    for point in points:
        if runs and runs[-1][1] == point - 1:
            runs[-1][1] = point
        else:
            runs.append([point, point])
    return ", ".join(f"U+{a:X}" if a == b else f"U+{a:X}-{b:X}" for a, b in runs)


core = hangul(NAMES).union(*map(hangul, sources()))
parts = {"core": LATIN + "".join(sorted(core)), "rest": "".join(sorted(syllables() - core))}
css = ["/* Noto Sans KR, cut by src/main/vendor/subset.py. */"]
for weight, folder in (("400", "400Regular"), ("600", "600SemiBold")):
    for part, text in parts.items():
        cut(weight, folder, part, text)
        css.append(
            f'@font-face {{ font-family: "Radar Sans"; font-weight: {weight}; font-display: swap;\n'
            f'  src: url("/assets/font/noto-sans-kr-{weight}-{part}.woff2") format("woff2");\n'
            f"  unicode-range: {ranges(text)}; }}")
(out / "style/font.css").write_text("\n".join(css) + "\n", encoding="utf-8")
