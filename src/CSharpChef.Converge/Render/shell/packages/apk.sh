# Needs: batch manager

# What apk keeps of installed packages, and the packages that were asked for by name.
apk_installed=/lib/apk/db/installed apk_world=/etc/apk/world
# A plan can ask what apk would do.
can_simulate=1

# find_package NAME: the status of a package (installed, provided by another, or empty) and its version.
# Sets: status installed selection
find_package() {
    local found=''
    status='' installed='' selection=''
    found=$(awk -v "name=$1" '
        /^P:/ { hit = substr($0, 3) == name }
        /^V:/ && hit { print "installed " substr($0, 3); real = 1; exit }
        /^p:/ {
            n = split(substr($0, 3), word, " ")
            for (i = 1; i <= n; i++) { sub(/[<>=~].*/, "", word[i]); if (word[i] == name) provided = 1 }
        }
        END { if (provided && !real) print "provided" }' "$apk_installed" 2>&1) ||
        fail "cannot read the packages of apk: $found" || return 1
    status=${found%% *}
    [ "$status" != installed ] || installed=${found#* }
}

# find_newest NAME: the newest version that can be installed.
# Sets: newest
find_newest() {
    newest=$(apk policy "$1" 2>&1) || fail "apk cannot answer: $newest" || return 1
    newest=$(printf '%s\n' "$newest" | awk 'NR > 1 && /^  [0-9]/ { sub(/:$/, "", $1); last = $1 } END { print last }')
}

# run_apk ARGUMENT...: replaces the shell with apk.
run_apk() { exec ${own:+"$own"} apk --no-interactive --wait "${limit:-300}" "$@"; }

# run_simulation ARGUMENT...: replaces the shell with apk, which only says what it would do.
run_simulation() { run_apk add --simulate "$@"; }

# results: prints what the packages of a simulated change become, from standard input: NAME VERSION, without a version
# when they are removed.
results() {
    sed -n -e 's/^([0-9/ ]*) [A-Z][a-z]*ing \([^ ]*\) (.* -> \(.*\))$/\1 \2/p' -e t \
        -e 's/^([0-9/ ]*) Purging \([^ ]*\) .*/\1 /p' -e t \
        -e 's/^([0-9/ ]*) [A-Z][a-z]*ing \([^ ]*\) (\(.*\))$/\1 \2/p'
}

# reasons: prints the lines in which apk says why it refuses, from standard input.
reasons() { grep -v -e '^fetch ' -e '^OK: '; }

# ask_policy NAME...: apk judges names by itself.
# Sets: policy refusal
ask_policy() { policy='' refusal=''; }

# expects_newer_lists: apk fetches newer package lists by itself.
expects_newer_lists() { return 1; }

# write_request [OPTION...]: a change of a package in the words of apk.
# Sets: request certain
write_request() {
    certain=1
    case $want,$version in
        removed,* | purged,*) request="!$name" ;;
        *,) request=$name ;;
        *\*) request="$name=~${version%.\*}" ;;
        *) request=$name=$version ;;
    esac
}

# await_manager: waits until apk can work.
await_manager() { await_locks /lib/apk/db/lock; }

# find_hint: what a person can do after a failure.
# Sets: hint
find_hint() { hint=''; }

# install_package [OPTION...]: installs $name in $version.
install_package() {
    local request='' certain='' refusal=''
    write_request
    add_beside_others "$@" "$request"
}

# add_beside_others ARGUMENT...: runs apk add, unless it would undo what the recipe wants of other packages. It removes
# none that was asked for by name.
add_beside_others() {
    local protected="$protected"
    protected=$(printf '%s\n' "$protected" | without_removable)
    leaves_protected "$@" && run_manager run_apk add "$@"
}

# mark_wanted: makes sure that apk does not remove an installed package when what needed it is removed.
mark_wanted() {
    is_automatic "$name" || { [ $? = 1 ] || fail "cannot read $apk_world"; return; }
    if would "mark $name as manually installed"; then await_manager && run_manager run_apk add "$name"; fi
}

# is_automatic NAME: whether an installed package was installed only for others.
is_automatic() {
    [ -s "$apk_world" ] || return 1
    awk -v "name=$1" '
        { for (i = 1; i <= NF; i++) { sub(/[<>=~@].*/, "", $i); if ($i == name) found = 1 } }
        END { exit found }' "$apk_world"
}

# plain_name NAME: a name of apk has no architecture.
# Sets: plain
plain_name() { plain=$1; }

# query_others NAME...: apk is asked about each package alone.
query_others() { :; }

# find_other NAME: the status of a package that an action before wants, and its version.
# Sets: status installed selection
find_other() { find_package "$1"; }

# list_unconfigured: apk leaves no package unpacked and not configured.
list_unconfigured() { :; }

# upgrade_package [OPTION...]: installs the newest version of $name.
upgrade_package() { add_beside_others --upgrade "$@" "$name"; }

# remove_package [OPTION...]: removes $name.
remove_package() { run_manager run_apk del "$@" "$name"; }

# purge_package [OPTION...]: removes $name with its configuration.
purge_package() { run_manager run_apk del --purge "$@" "$name"; }

# install_packages NAME...: installs packages in one transaction, unless apk would refuse it or remove a package.
install_packages() {
    local output=''
    output=$(run_simulation "$@" 2>&1 </dev/null 3>&- 4<&- 5>&- 7>&-) || return 1
    case $output in *') Purging '*) return 1 ;; esac
    within "$batch_limit" run_apk add "$@" 6</dev/null >"$work/output" 2>&1
}
