# Needs: output control_unit

# enable_unit NAME: ensures that $unit, which the recipe calls NAME, starts at boot.
enable_unit() {
    local also=''
    case $enabled in
        enabled) return 0 ;;
        masked*) may_come || fail "$unit is masked: unmask it" || return 1 ;;
        static) note_starters; return ;;
        generated)
            case $source,$wanted in
                /etc/init.d/*) ! starts_in_runlevel || return 0 ;;
                *,) note "${source:-a generator} decides whether $unit starts at boot"; return ;;
                *) return 0 ;;
            esac
            ;;
        indirect)
            if [ "$load" = loaded ]; then
                also_state || return 1
                case $also in
                    own* | *disabled*) ;;
                    '') note_starters; return ;;
                    *) return 0 ;;
                esac
            fi
            ;;
    esac
    require_unit_file || return 1
    case $1 in
        "$unit" | "${unit%.service}") ;;
        *) note "$1 is an alias of $unit, which does not start at boot: enable $unit"; return ;;
    esac
    if would enable; then control enable; fi
}

# require_unit_file: fails when systemd could not enable the unit. It can enable one with a bad setting.
require_unit_file() {
    case $load,$enabled in
        bad-setting,*) ;;
        loaded, | loaded,transient)
            may_come || fail "$unit has no unit file, so systemd cannot enable it: leave the action enable out"
            ;;
        *) require_unit ;;
    esac
}

# disable_unit: ensures that $unit does not start at boot.
disable_unit() {
    local option='' also=''
    case $enabled,$source in
        enabled,*) ;;
        enabled-runtime,*) option=--runtime ;;
        generated,/etc/init.d/*) starts_in_runlevel || return 0 ;;
        generated,*)
            [ -z "$wanted" ] || fail "$unit starts at boot because of ${source:-a generator}: change it there"
            return
            ;;
        indirect,*)
            also_state || return 1
            case $also in *enabled*) ;; *) return 0 ;; esac
            ;;
        ,* | bad,*) has_boot_links "$unit" || return 0 ;;
        *) return 0 ;;
    esac
    # shellcheck disable=SC2086
    if would disable; then control disable $option; fi
}

# starts_in_runlevel: whether links of the runlevels start the init script that the unit is made from.
starts_in_runlevel() {
    local link=''
    for link in /etc/rc[S5].d/S[0-9][0-9]"${source##*/}"; do [ ! -L "$link" ] || return 0; done
    return 1
}

# has_boot_links NAME [PATTERN]: whether links start a unit at boot. Its name may end with a pattern.
has_boot_links() {
    local link='' folder=/etc/systemd/system
    # shellcheck disable=SC2231
    for link in $folder/*.wants/"$1"${2-} $folder/*.requires/"$1"${2-} $folder/*.upholds/"$1"${2-}; do
        [ ! -L "$link" ] || return 0
    done
    return 1
}

# also_state: the word "own" when $unit has an [Install] section of its own, then whether the units of its setting Also,
# which are enabled with it, are enabled.
# Sets: also
also_state() {
    local names='' states='' setting=''
    read_install 'WantedBy|RequiredBy|UpheldBy|Alias' || return 1
    also=${setting:+own}
    read_install Also || return 1
    names=$setting
    [ "$names" ] || return 0
    # shellcheck disable=SC2086
    states=$(systemctl show -p UnitFileState --value -- $names 2>&1) ||
        fail "systemctl cannot tell the state of $names: $states" || return 1
    also="$also $states"
}

# read_install SETTINGS: the words of settings, separated by |, in the [Install] section of $unit's files.
# Sets: setting
read_install() {
    local text=''
    text=$(systemctl cat -- "$unit" 2>&1) || fail "systemctl cannot read $unit: $text" || return 1
    setting=$(printf '%s\n' "$text" | awk -v "settings=|$1|" '
        /^[ \t]*\[/ { section = $1 }
        section == "[Install]" && (at = index($0, "=")) {
            name = substr($0, 1, at - 1)
            gsub(/[ \t]/, "", name)
            if (index(settings, "|" name "|")) printf "%s ", substr($0, at + 1)
        }') || fail "awk cannot read the settings of $unit"
}

# sort_names: the same names in the order of the alphabet, with commas: systemd has no order of its own.
# Sets: names
sort_names() {
    # shellcheck disable=SC2086
    names=$(printf '%s\n' $names | sort | awk '{ printf "%s%s", comma, $0; comma = ", " }')
}

# note_starters: names the units that start a unit without an [Install] section.
note_starters() {
    local file='' names="$starters"
    if [ -z "$names" ]; then
        for file in "/etc/systemd/system/${unit%.*}" "/lib/systemd/system/${unit%.*}"; do
            [ ! -e "$file.timer" ] || names="${names:+$names }${file##*/}.timer"
            [ ! -e "$file.socket" ] || names="${names:+$names }${file##*/}.socket"
            [ ! -e "$file.path" ] || names="${names:+$names }${file##*/}.path"
        done
    fi
    case $names in *' '*) sort_names ;; esac
    note "systemd cannot enable $unit, which has no [Install] section: enable ${names:-the unit that starts it}"
}
