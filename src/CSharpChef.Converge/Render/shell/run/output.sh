# Needs: work

nl='
'
# In a plan, the title of the last action that would change something.
earlier_change=''
# Why the action failed last.
why=''

# say WORD...: prints one result line and writes it to the journal first. The connection may be lost.
say() {
    [ -z "$journal" ] || printf '%s\n' "$*" >&3
    printf '%s %s\n' "$token" "$*" >&5
} 2>/dev/null

# one_line TEXT: the text with spaces in place of its line ends.
# Sets: line
one_line() {
    local IFS="$nl"
    set -f
    # shellcheck disable=SC2086
    set -- $1
    IFS=' '
    line=$*
    set +f
}

# would TEXT: announces a change, unless it is part of one that is already announced. Succeeds when it may be made. The
# change announced before it has been made.
# Sets: begun announced dirty earlier_change
would() {
    local line=''
    if [ -z "$begun" ]; then
        begun=1
        say begin "$number" "$title"
        [ -z "$notifies_now$notifies_later$sender" ] || record_notifications
    fi
    if [ -z "$quiet" ]; then
        did
        [ -z "$hidden" ] || set -- 'sensitive change'
        one_line "$1"
        announced=$line
    fi
    if [ "$mode" = plan ]; then did && earlier_change=$title; fi
    [ "$mode" = converge ] && dirty=1
}

# did: reports that the announced change has been made. The end of a step does so too: a part calls it where something
# can fail after the change.
# Sets: announced changed
did() {
    [ "$announced" ] || return 0
    changed=1
    say did "$number" "$announced"
    announced=''
}

# fail TEXT: reports why the action fails.
# Sets: why
fail() {
    local line=''
    one_line "$1"
    drop_shell_name
    [ -z "$secrets" ] || line=$(printf '%s\n' "$line" | masked)
    why=$line
    say why "$number" "$line"
    return 1
}

# may_come: whether a plan must assume that what is missing comes with the changes before it.
may_come() { [ "$mode" = plan ] && [ "$changes_before$changed" ]; }

# note TEXT: tells what a person should know about an action that succeeds.
note() { fail "$1" || :; }

# drop_shell_name: removes from $line the name of a shell and the line number that it writes before its own errors.
# Sets: line
drop_shell_name() {
    local end='' before='' rest=''
    case $line in *sh:\ *) end='sh' ;; *main:\ line\ [0-9]*) end='main' ;; *) return 0 ;; esac
    before=${line%%"$end: "*} rest=${line#*"$end: "}
    case "${before##*[ /]}$end" in sh | ash | bash | dash | main) ;; *) return 0 ;; esac
    case ${rest%%: *} in *[!0-9line\ ]*) ;; *) rest=${rest#*: } ;; esac
    rest=${rest#eval: }
    case $before in *' '*) before="${before% *} " ;; *) before='' ;; esac
    line=$before$rest
}

# try COMMAND...: runs a command without its output. When it fails, its output is the reason.
try() {
    local problem=''
    problem=$("$@" 2>&1 3>&- 4<&- 7>&-) && return 0
    [ -z "$hidden" ] || problem=''
    fail "${problem:-$1 failed}"
}

# masked: copies standard input without the secrets of the program.
masked() {
    if [ -z "$secrets" ]; then cat; return; fi
    awk '
        BEGIN { while ((getline line < "/proc/self/fd/9") > 0) secret[++n] = line }
        {
            for (i = 1; i <= n; i++) {
                rest = $0
                $0 = ""
                while (secret[i] != "" && (at = index(rest, secret[i]))) {
                    $0 = $0 substr(rest, 1, at - 1) "***"
                    rest = substr(rest, at + length(secret[i]))
                }
                $0 = $0 rest
            }
            print
        }' 9<<END
$secrets
END
}

# show: prints lines for a person, from standard input. The empty line at the end marks the last one as complete.
show() {
    make_work_folder || return 1
    { sed 's/^/|/' && echo; } >"$work/shown"
    [ -z "$journal" ] || masked <"$work/shown" >&3
    cat "$work/shown" >&5 2>/dev/null || :
}

# show_end: shows the end of standard input, at most 4096 bytes. A line that lacks its beginning is left out, because it
# can begin with the end of a secret. When there is no other line, as much is left out as the longest secret has.
show_end() {
    local longest="${secrets%%"$nl"*}" first=0
    make_work_folder || return 1
    (umask 077 && tail -c 4097 >"$work/end")
    if [ "$(wc -c <"$work/end")" -gt 4096 ]; then
        first=$(head -n 1 "$work/end" | wc -c)
        if [ "$first" -gt 4096 ]; then
            (umask 077 && masked <"$work/end" >"$work/masked") && mv -f -- "$work/masked" "$work/end"
            first=${#longest}
        fi
    fi
    tail -c +$((first + 1)) "$work/end" | show
}
