# Shell functions that print what a machine is, one key=value a line. A backslash in a value is written \\, a line
# end \n. They give the same answer for root and for other users: they read only what everybody may read.
# PATH must be the run's own and LC_ALL=C exported.

# Awk: say prints a fact, first is the first line of a file.
# shellcheck disable=SC2016
facts_awk='
function twice(v, mark, with,   out, i) {
    out = ""
    while ((i = index(v, mark))) {
        out = out substr(v, 1, i - 1) with
        v = substr(v, i + 1)
    }
    return out v
}
function say(key, v) { print key "=" twice(twice(v, "\\", "\\\\"), "\n", "\\n") }
function first(file,   line) {
    line = ""
    if ((getline line < file) < 1) line = ""
    close(file)
    return line
}'

