# Needs: probe probe_package

[ ! -s /etc/apk/world ] || probe_files="$probe_files /etc/apk/world"
probe_files="$probe_files /lib/apk/db/installed"

# ask_package NAME...: packages. What apk keeps of them is in files.
ask_package() { ask_names package "$@"; }

# shellcheck disable=SC2016
probe_awk=$probe_awk'
section == "/etc/apk/world" {
    for (i = 1; i <= NF; i++) {
        sub(/[<>=~@].*/, "", $i)
        asked_for[$i] = has_world = 1
    }
    next
}
section == "/lib/apk/db/installed" {
    packages_answered = 1
    if (/^P:/) name = substr($0, 3)
    else if (/^V:/) found(name, (has_world && !(name in asked_for) ? "automatic " : "installed ") substr($0, 3))
    next
}'
