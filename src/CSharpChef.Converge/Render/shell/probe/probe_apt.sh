# Needs: probe probe_package architecture

[ ! -r "$apt_marks" ] || probe_files="$probe_files $apt_marks"

# ask_package NAME...: prints the state of packages as dpkg keeps it. Without an answer, dpkg-query ends with 2 or more.
ask_package() {
    local native='' code=0 name=''
    ask_names package "$@"
    read_native "$@"
    # dpkg-query does not find a package for all architectures under the name with the one of the machine.
    for name; do set -- "$@" "${name%%:*}" && shift; done
    printf '=native\n%s\n=dpkg\n' "$native"
    dpkg-query -W -f '${Package}|${Architecture}|${db:Status-Abbrev}|${Version}\n' -- "$@" || code=$?
    [ "$code" -gt 1 ] || printf '=dpkg answered\nyes\n'
}

# shellcheck disable=SC2016
probe_awk=$probe_awk'
function found_of(name, architecture, state) {
    if (architecture == native || native == "") {
        found(name, state)
        if (name in for_all) found(name ":all", state)
    }
    found(name ":" architecture, state)
}
section == "native" {
    native = $0
    next
}
section == "dpkg" {
    split($0, part, "|")
    wish = substr(part[3], 1, 1)
    letter = substr(part[3], 2, 1)
    if (letter == "n") next
    state = wish ~ /[rp]/ ? "unwanted" : "installed"
    if (letter == "c") state = "absent"
    else if (letter != "i" || part[3] ~ /R/) state = "broken"
    if (part[2] == "all") {
        for_all[part[1]] = 1
        part[2] = native
    }
    found_of(part[1], part[2], state " " part[4])
    if (state == "installed") version[part[1], part[2]] = part[4]
    next
}
section == "dpkg answered" {
    packages_answered = 1
    next
}
section ~ /extended_states$/ {
    if ($1 == "Package:") name = $2
    else if ($1 == "Architecture:") architecture = (name, $2) in version ? $2 : ""
    else if ($1 == "Auto-Installed:" && $2 == 1 && (name, architecture) in version)
        found_of(name, architecture == "" ? native : architecture, "automatic " version[name, architecture])
    next
}'
