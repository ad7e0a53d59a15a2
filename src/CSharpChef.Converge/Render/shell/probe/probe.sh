# The probe asks for the state of all subjects at once, with one process a kind, and turns the answers into variables
# such as $file0_mode. Functions named ask_... print sections: a line "=SECTION", then lines. The section "names KIND"
# has the names of the subjects of a kind, each behind a colon; the first one has the number 0. Each part for a kind
# adds its rules to $probe_awk. The variables of what is not found are empty.

# Files that awk reads besides, each of them as a section of its name: databases of users, groups and packages.
probe_files=''

# assignments: reads sections from standard input, then $probe_files, and prints assignments of variables.
# shellcheck disable=SC2086
assignments() { exec awk -v "quote='" "$probe_awk" - $probe_files; }

# ask_names KIND NAME...: prints the names of the subjects of a kind.
ask_names() {
    printf '=names %s\n' "$1"
    shift
    printf ':%s\n' "$@"
}

# shellcheck disable=SC2016
probe_awk='
function set(name, value,   part, n, i) {
    n = split(value, part, quote)
    value = part[1]
    for (i = 2; i <= n; i++) value = value quote "\\" quote quote part[i]
    print name "=" quote value quote
}
FNR == 1 && FILENAME ~ /^\// { section = FILENAME }
/^=/ && section !~ /^\// {
    section = substr($0, 2)
    kind = ""
    if (section ~ /^names /) {
        kind = substr(section, 7)
        section = "names"
    }
    next
}
section == "names" {
    subject[kind, substr($0, 2)] = kind (count[kind] + 0)
    count[kind]++
    next
}'
