# Needs: architecture output

# find_package NAME[:ARCHITECTURE]: the status of a package, its version, and what dpkg is asked to do with it: hold,
# deinstall, purge or nothing. The status is installed, broken, left (its configuration), provided (by another package)
# or empty. Fails when dpkg cannot answer.
# Sets: status installed selection
find_package() {
    local rows='' native='' code=0
    rows=$(query_dpkg "${1%%:*}" 2>&1) || code=$?
    if [ "$code" -gt 1 ]; then
        fail "dpkg-query ended with exit code $code: $rows"
        return 1
    fi
    read_native "$1"
    read_rows "$1"
    [ "$status" ] || find_provider "$1"
}

# query_dpkg NAME...: prints the architectures, states and versions of packages. Ends with 1 when some are not found.
query_dpkg() { dpkg-query -W -f '${Package}|${Architecture}|${db:Status-Abbrev}|${Version}\n' -- "$@"; }

# read_rows NAME: reads the state of a package from $rows.
# Sets: status installed selection
read_rows() {
    local IFS="$nl" row='' architecture=''
    status='' installed='' selection=''
    set -f
    for row in $rows; do
        case $row in "${1%%:*}|"*) ;; *) continue ;; esac
        row=${row#*|}
        architecture=${row%%|*}
        ! is_meant "$1" "$architecture" || read_state "${row#*|}"
    done
    set +f
}

# is_meant NAME ARCHITECTURE: whether a name means a package of this architecture. Without one in the name, it is that
# of the machine.
is_meant() {
    case $1:$2 in
        *:*:all) case ${1#*:} in all | "$native") ;; *) return 1 ;; esac ;;
        *:*:*) [ "${1#*:}" = "$2" ] ;;
        *:all | *:) ;;
        *) [ -z "$native" ] || [ "$2" = "$native" ] ;;
    esac
}

# read_state "STATE|VERSION": reads the letters of dpkg: what it is asked to do, what is the case, and an error.
# Sets: status installed selection
read_state() {
    installed=${1#*|}
    case $1 in h*) selection=hold ;; r*) selection=deinstall ;; p*) selection=purge ;; *) selection='' ;; esac
    case $1 in
        ??R*) status=broken ;;
        ?i*) status=installed ;;
        ?c*) status=left installed='' ;;
        ?n*) status='' installed='' ;;
        *) status=broken ;;
    esac
}

# find_provider NAME: looks for an installed package that provides a name.
# Sets: status
find_provider() {
    local rows='' row='' IFS="$nl"
    rows=$(dpkg-query -W -f '${db:Status-Abbrev}|${Architecture}|, ${Provides},\n' 2>/dev/null |
        grep -F -e ", ${1%%:*}," -e ", ${1%%:*} (") || return 0
    set -f
    for row in $rows; do
        case $row in ?i*) ;; *) continue ;; esac
        row=${row#*|}
        ! is_meant "$1" "${row%%|*}" || status=provided
    done
    set +f
}

# query_others NAME...: asks dpkg about packages at once.
# Sets: rows native
query_others() {
    local other=''
    read_native "$*"
    # dpkg-query does not find a package for all architectures under the name with the one of the machine.
    for other; do set -- "$@" "${other%%:*}" && shift; done
    rows=$(query_dpkg "$@" 2>/dev/null)
}

# find_other NAME: reads the state of a package from $rows. A name that no package has may be provided by another one.
# Sets: status installed selection
find_other() {
    read_rows "$1"
    case $want,$status in removed, | purged, | *,?*) ;; *) find_provider "$1" ;; esac
}

# list_unconfigured: prints the packages that dpkg has unpacked and not configured.
list_unconfigured() {
    dpkg-query -W -f '${db:Status-Abbrev} ${Package}\n' 2>/dev/null | awk '$1 ~ /^.[UFWt]/ { print $2 }'
}

# mark_wanted: makes sure that dpkg is not asked to remove an installed package, and that apt does not remove it when
# what needed it is removed.
mark_wanted() {
    case $selection in
        deinstall | purge)
            if would "select $name for installation (was $selection)"; then
                await_manager && printf '%s install\n' "$name" | try dpkg --set-selections && did || return 1
            fi
            ;;
    esac
    is_automatic "$name" || { [ $? = 1 ] || fail "cannot read $apt_marks"; return; }
    if would "mark $name as manually installed"; then await_manager && try apt-mark -qq manual "$name"; fi
}

# is_automatic NAME: whether apt has marked an installed package as one that was installed only for others.
is_automatic() {
    local native='' architecture=''
    [ -s "$apt_marks" ] || return 1
    read_native
    case $1 in *:*) architecture=${1#*:} ;; *) architecture=$native ;; esac
    awk -v "name=${1%%:*}" -v "architecture=$architecture" '
        /^Package:/ { hit = $2 == name }
        /^Architecture:/ { hit = hit && (architecture == "" || $2 == architecture) }
        /^Auto-Installed: 1/ && hit { found = 1 }
        END { exit !found }' "$apt_marks"
}

# has_updates: whether dpkg has left notes of work that it has not ended.
has_updates() {
    set -- /var/lib/dpkg/updates/[0-9]*
    [ -e "$1" ]
}

# list_interrupted: prints the work that dpkg has begun and not ended.
list_interrupted() {
    dpkg-query -W -f '${db:Status-Abbrev} ${Package}\n' 2>/dev/null | awk '$1 ~ /^.[UFHWt]|R$/ { print $2 }'
    ! has_updates || echo 'the updates in /var/lib/dpkg/updates'
}

# find_hint: what a person can do when dpkg was interrupted.
# Sets: hint
find_hint() {
    hint=$(list_interrupted | awk '{ printf "%s%s", separator, $0; separator = ", " }')
    [ "$hint" ] || return 0
    [ -z "$hidden" ] || hint='some packages'
    hint=": dpkg has not ended its work on $hint: repair it with dpkg --configure -a, or set RepairInterrupted"
}
