# Needs: output path file

# sysctl PATH VALUE FILE LINE: ensures that a kernel parameter has a value now, and at each boot by the line of a file.
sysctl() {
    local parameter="/proc/sys/$1" value="$2" config="$3" config_line="$4" words=''
    check_folder "$config" || return 1
    if [ -f "$parameter" ]; then
        read_words "$parameter" || return 1
    else
        may_come || fail "there is no kernel parameter ${config_line%% = *}: check the key, or load the kernel module \
that defines it before" || return 1
    fi
    if [ "$words" != "$value" ] && would "set running value $value${words:+ (was $words)}"; then
        set_running || return 1
    fi
    set_persistent
}

# read_words FILE: the text of a file with one space between its words.
# Sets: words
read_words() {
    local text=''
    text=$(cat -- "$1" 2>&1) || fail "cannot read $1: $text" || return 1
    set -f
    # shellcheck disable=SC2086
    set -- $text
    set +f
    words=$*
}

# set_running: sets the running value, and checks that the kernel has kept it: the kernel may round or limit a value.
# Sets: words
set_running() {
    local problem='' found='' before="$words"
    problem=$({ printf '%s\n' "$value" | cat >"$parameter"; } 2>&1) ||
        fail "cannot set the running value of $parameter: $problem" || return 1
    read_words "$parameter" || return 1
    [ "$words" = "$before" ] || did
    [ "$hidden" ] || found=": it is $words, so write the value like that"
    [ "$words" = "$value" ] || fail "the kernel has not kept the value of $parameter$found"
}

# set_persistent: writes the file with the persistent value.
# Sets: words
set_persistent() {
    local sum=''
    words=''
    [ ! -e "$config" ] || read_words "$config" || return 1
    [ "$words" != "$config_line" ] || return 0
    would "set persistent value $value${words:+ (was ${words#* = })}" || return 0
    sum=$(print_config | sha256sum)
    local quiet=1
    file "$config" mode=0644 "sum=${sum%% *}" body=print_config
}

# print_config: prints the content of the file.
print_config() { printf '%s\n' "$config_line"; }
