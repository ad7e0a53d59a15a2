# Needs: dpkg package

# check_others: fails when the change of $name has undone what the recipe wants of a package before it.
check_others() {
    local wanted='' rows='' want='' other='' version='' status='' installed='' selection='' native='' problem=''
    case " $package_actions " in *" $number "*) ;; *) return 0 ;; esac
    wanted=$(list_packages_before)
    [ "$wanted" ] || return 0
    # shellcheck disable=SC2046
    rows=$(query_dpkg $(printf '%s\n' "$wanted" | cut -d ' ' -f 2) 2>/dev/null)
    read_native "$wanted"
    while read -r want other version; do
        read_rows "$other"
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
    local package_actions="$package_actions" row='' listed=''
    package_actions=" $package_actions "
    package_actions="${package_actions%%" $number "*} $number"
    list_packages 1 | while read -r row; do
        listed=${row#* }
        listed=${listed%% *}
        [ "$listed" != "$name" ] || break
        case $failed_packages in *" $listed "*) ;; *) printf '%s\n' "$row" ;; esac
    done
}

# is_undone: whether the state of a package is not the one in $want and $version. A name that no package has may be
# provided by another one.
# Sets: status
is_undone() {
    case $want,$status in
        removed,installed | purged,installed) ;;
        removed,* | purged,* | latest,installed) return 1 ;;
        installed,installed) ! fits "$installed" ;;
        *,left) ;;
        *,) find_provider "$other" && [ -z "$status" ] ;;
    esac
}
