# Needs: package

# find_protected ROWS: which of these packages are as the recipe wants them now, in a plan after the changes before: the
# change of $name has to leave them so. Another state of a package is not the fault of this change.
# Sets: protected
find_protected() {
    local want='' other='' version='' status='' installed='' selection='' rows='' native='' simulated="$foreseen"
    protected=''
    [ "$1" ] || return 0
    # shellcheck disable=SC2046
    query_others $(printf '%s\n' "$1" | cut -d ' ' -f 2)
    while read -r want other version; do
        if is_same_package "$other"; then continue; fi
        find_simulated "$other" || find_other "$other" || return 1
        is_undone || protected="${protected:+$protected$nl}$want $other${version:+ $version}"
    done <<END
$1
END
}

# find_protected_before: the packages that the actions before this change want and that it has to leave as they are.
# Sets: protected
find_protected_before() {
    [ "$number" -gt "$scheduled" ] || find_protected "$(list_packages_before)"
}

# check_others: fails when the change of $name has undone what the recipe wants of the packages in $protected.
check_others() {
    local want='' other='' version='' status='' installed='' selection='' rows='' native='' problem=''
    [ "$protected" ] || return 0
    # shellcheck disable=SC2046
    query_others $(printf '%s\n' "$protected" | cut -d ' ' -f 2)
    while read -r want other version; do
        find_other "$other" || return 1
        is_undone && problem="$problem, $other is ${status:-not installed}${installed:+ in version $installed}"
    done <<END
$protected
END
    [ "$problem" ] || return 0
    describe_problem 'has changed'
    fail "$problem"
}

# describe_problem VERB: makes of the packages in $problem the reason why the action fails.
# Sets: problem
describe_problem() {
    problem=": ${problem#, }"
    [ -z "$hidden" ] || problem=''
    problem="the change of $label $1 another package$problem, and the recipe wants it otherwise"
}

# list_packages_before: prints the packages of the actions before this one, and of this one up to $name.
list_packages_before() {
    local earlier='' this='' next='' row='' listed=''
    for next in $package_actions; do
        if [ "$next" -lt "$number" ]; then earlier="$earlier $next"; fi
        if [ "$next" = "$number" ]; then this=$number; fi
    done
    local package_actions="$earlier"
    list_packages 1
    package_actions=$this
    list_packages 1 | while read -r row; do
        listed=${row#* }
        [ "${listed%% *}" != "$name" ] || break
        printf '%s\n' "$row"
    done
}

# without_removable: copies the packages of standard input that also an installation can undo: those whose version
# matters, and those that have to be absent.
without_removable() { grep -v -e '^installed [^ ]*$' -e '^latest '; }

# keeps_earlier NAME...: whether installing packages together would leave those of the actions before as the recipe
# wants them. They are only installed together without removals, so that others than these need not be asked about.
keeps_earlier() {
    local name='' protected='' simulated='' refusal=''
    case " $package_actions " in " $number "*) return 0 ;; esac
    find_protected "$(list_packages_before | without_removable)" || return 1
    [ "$protected" ] || return 0
    [ "$can_simulate" ] && simulate "$@" && would_keep "$protected"
}

# leaves_protected ARGUMENT...: asks the package manager before a change. Fails when it would undo what the recipe wants
# of other packages. What the package manager refuses is left to the change itself, which then shows why.
leaves_protected() {
    local simulated='' refusal=''
    if [ -z "$protected" ] || ! simulate "$@" || would_keep "$protected"; then return 0; fi
    fail "$refusal"
}

# would_keep ROWS: whether the change in $simulated leaves packages as these rows want them.
# Sets: refusal
would_keep() {
    local want='' other='' version='' status='' installed='' selection='' problem=''
    [ "$1" ] || return 0
    while read -r want other version; do
        if find_simulated "$other" && is_undone; then
            problem="$problem, $other would be ${status:-removed}${installed:+ in version $installed}"
        fi
    done <<END
$1
END
    [ "$problem" ] || return 0
    describe_problem 'would change'
    refusal=$problem
    return 1
}

# find_simulated NAME: reads from $simulated what the simulated change makes of a package. Fails when it leaves the
# package as it is.
# Sets: status installed selection
find_simulated() {
    local rest='' plain=''
    plain_name "$1"
    rest="${simulated##*"$nl$plain "}"
    [ "$rest" != "$simulated" ] || return 1
    status='' selection='' installed=${rest%%"$nl"*}
    [ -z "$installed" ] || status=installed
}

# is_same_package NAME: whether a name means the package $name.
is_same_package() {
    local plain='' this=''
    plain_name "$name"
    this=$plain
    plain_name "$1"
    [ "$plain" = "$this" ]
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
