# Needs: unit_file

# template NAME STATE: ensures that the default instance of a template starts at boot, that no instance does, or that
# the template is masked.
template() {
    local unit="$1" answer=''
    case $unit in *@) unit=$unit.service ;; esac
    case $2 in
        enabled) enable_template ;;
        disabled)
            has_boot_links "${unit%@*}@" "*.${unit##*.}" || return 0
            if would disable; then control disable; fi
            ;;
        masked)
            # Its exit code is 1 for what is masked.
            answer=$(systemctl is-enabled -- "$unit" 2>/dev/null) || :
            [ "$answer" != masked ] || return 0
            if would mask; then control mask; fi
            ;;
    esac
}

# enable_template: ensures that the default instance of the template $unit starts at boot.
enable_template() {
    local instance='' setting=''
    if ! systemctl cat -- "$unit" >/dev/null 2>&1; then
        may_come || fail "service $unit does not exist" || return 1
        would enable
        return 0
    fi
    read_install DefaultInstance || return 1
    instance=${setting%% *}
    [ "$instance" ] ||
        fail "$unit is a template without a DefaultInstance: name an instance, such as ${unit%@*}@NAME" || return 1
    has_boot_links "${unit%@*}@$instance.${unit##*.}" && return 0
    if would enable; then control enable; fi
}
