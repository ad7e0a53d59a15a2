c1() { printf '%s' 'CSharpChef.Converge.CookbookStoretemplateapp.conf{ Port = 8080, Hosts = System.String[] }case'; }

# template[/srv/case/app.conf] create (recipes/fills_in_variables_and_facts.csx:1)
u1() {
    { fits "$f0" "81a0 * *" "$s0" 85db4d718620758ed399e8c0dfa83ef9feb8f0dbc2097a995c29e7ac2094fcb9 ||
        file /srv/case/app.conf mode=0640 sum=85db4d718620758ed399e8c0dfa83ef9feb8f0dbc2097a995c29e7ac2094fcb9 body=c1 old=o1; }
}

say hello
facts() { { machine_facts; } | sed "s/^/$token fact /" >&5; }
f0='?' s0='?'
# subjects: asks for the state of all of them.
subjects() {
    echo '=files'
    printf ':%s\n' /srv/case/app.conf
    set -- /srv/case/app.conf
    echo '=stat'
    QUOTING_STYLE=literal stat -c '%f %u %g %N' -- "$@"
    echo '=sums'
    sha256sum -- "$@"
}
eval "$(subjects 2>/dev/null | assignments)"
run 1
finish
leave
[ -z "$dirty" ] || facts
say end "${failed:-0}"
