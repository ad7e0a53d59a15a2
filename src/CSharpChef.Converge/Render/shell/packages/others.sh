# Needs: package

# check_others: fails when the change of $name has undone what the recipe wants of a package before it.
check_others() {
    local wanted='' rows='' want='' other='' version='' status='' installed='' selection='' native='' problem=''
    [ "$number" -le "$scheduled" ] || return 0
    wanted=$(list_packages_before)
    [ "$wanted" ] || return 0
    # shellcheck disable=SC2046
    query_others $(printf '%s\n' "$wanted" | cut -d ' ' -f 2)
    while read -r want other version; do
        find_other "$other" || return 1
        is_undone && problem="$problem, $other is ${status:-not installed}${installed:+ in version $installed}"
    done <<END
$wanted
END
    [ "$problem" ] || return 0
    [ -z "$hidden" ] || problem=', which the recipe wants otherwise'
    fail "the change of $label has changed another package: ${problem#, }, and the recipe wants it otherwise"
}

# list_packages_before: prints the packages of the actions before this one, and of this one up to $name, without those
# that failed.
list_packages_before() {
    local earlier='' next='' row='' listed=''
    for next in $package_actions; do [ "$next" -gt "$number" ] || earlier="$earlier $next"; done
    local package_actions="$earlier"
    list_packages 1 | while read -r row; do
        listed=${row#* }
        listed=${listed%% *}
        [ "$listed" != "$name" ] || break
        case $failed_packages in *" $listed "*) ;; *) printf '%s\n' "$row" ;; esac
    done
}

# keeps_earlier NAME...: whether installing packages together would leave those of the actions before as the recipe
# wants them. They are only installed together without removals, so that others than these need not be asked about.
keeps_earlier() {
    local name='' wanted='' simulated='' refusal=''
    case " $package_actions " in " $number "*) return 0 ;; esac
    wanted=$(list_packages_before | grep -v -e '^installed [^ ]* *$' -e '^latest ') || return 0
    [ "$can_simulate" ] && simulate "$@" && would_keep "$wanted"
}

# would_keep ROWS: whether the change in $simulated leaves packages as these rows want them.
# Sets: refusal
would_keep() {
    local want='' other='' version='' status='' installed='' problem=''
    while read -r want other version; do
        if find_simulated "$other" && is_undone; then
            problem="$problem, $other would be ${status:-removed}${installed:+ in version $installed}"
        fi
    done <<END
$1
END
    [ "$problem" ] || return 0
    refusal="the change of $label would change another package: ${problem#, }, and the recipe wants it otherwise"
    return 1
}

# find_simulated NAME: reads from $simulated whether the simulated change installs or removes another package than
# $name. Fails when it does neither.
# Sets: status installed
find_simulated() {
    local rest=''
    status='' installed=''
    rest="${simulated##*"$nl$1 "}"
    if [ "$1" = "$name" ] || [ "$rest" = "$simulated" ]; then return 1; fi
    installed=${rest%%"$nl"*}
    [ -z "$installed" ] || status=installed
}

# is_undone: whether the state of a package is not the one in $want and $version. A name that no package has may be
# provided by another one.
is_undone() {
    case $want,$status in
        removed,installed | purged,installed) ;;
        removed,* | purged,* | latest,installed) return 1 ;;
        installed,installed) ! fits "$installed" ;;
        *,provided) return 1 ;;
    esac
}
