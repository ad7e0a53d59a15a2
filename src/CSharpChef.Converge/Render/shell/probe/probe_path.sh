# Needs: probe

# ask_sums FILE...: prints checksums. The check of each file leaves out pipes and devices, which have no end.
ask_sums() {
    local path='' endless=''
    echo '=sums'
    for path; do [ -f "$path" ] || [ ! -e "$path" ] || [ -d "$path" ] || endless=1; done
    if [ "$endless" ]; then
        for path; do if [ -f "$path" ]; then sha256sum -- "$path"; fi; done
    else
        sha256sum -- "$@"
    fi
}

# ask_paths PATH...: prints the mode, owner, group and name of what is at a path, and where a link leads.
ask_paths() {
    echo '=paths'
    QUOTING_STYLE=literal stat -c '%f %u %g %N' -- "$@"
}

# shellcheck disable=SC2016
probe_awk=$probe_awk'
function hexadecimal(digits,   number, at) {
    number = 0
    for (at = 1; at <= length(digits); at++)
        number = number * 16 + index("0123456789abcdef", substr(digits, at, 1)) - 1
    return number
}
# The kind of a path and its permissions in octal, such as "file 0644", of the mode that stat prints.
function permissions(mode,   bits, kind) {
    kind = mode ~ /^8/ ? "file" : mode ~ /^4/ ? "directory" : mode ~ /^a/ ? "link" : "other"
    bits = hexadecimal(mode) % 4096
    return kind " " int(bits / 512) int(bits / 64) % 8 int(bits / 8) % 8 bits % 8
}
function known(text) {
    if (("file", text) in subject || ("path", text) in subject) return text
    if (substr(text, 1, 1) == quote) text = substr(text, 2, length(text) - 2)
    return ("file", text) in subject || ("path", text) in subject ? text : ""
}
function split_link(text,   from, cut, path) {
    from = 0
    while (cut = index(substr(text, from + 1), " -> ")) {
        from += cut
        path = known(substr(text, 1, from - 1))
        if (path != "") {
            link_target = substr(text, from + 4)
            if (substr(text, 1, 1) == quote) link_target = substr(link_target, 2, length(link_target) - 2)
            return path
        }
    }
    return ""
}
section == "sums" {
    name = substr($0, 67)
    if (("file", name) in subject) set(subject["file", name] "_sum", $1)
    next
}
section == "paths" {
    rest = substr($0, length($1 $2 $3) + 4)
    name = $1 ~ /^a/ ? split_link(rest) : known(rest)
    if (("file", name) in subject) set(subject["file", name] "_mode", permissions($1) " " $2 " " $3)
    if (("path", name) in subject) {
        set(subject["path", name] "_mode", permissions($1) " " $2 " " $3)
        if ($1 ~ /^a/) set(subject["path", name] "_target", link_target)
    }
    next
}'
