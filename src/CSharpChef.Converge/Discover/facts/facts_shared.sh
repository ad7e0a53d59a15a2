# Functions print the facts of a machine, one KEY=VALUE a line. In a value a backslash is written \\, a line end \n.
# All users get the same answer: the functions read only what everybody may read. PATH must be the program's own, and
# LC_ALL=C exported.

# Awk functions: say prints a fact, first returns the first line of a file.
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

