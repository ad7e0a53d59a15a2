
u1() {
    title='user[ann] create (recipes/changes_only_what_differs.csx:1)'
    { { fits "$w0" 4243:"$gid0":Ann:/srv/ann:/bin/bash && fits "$m0" '* audio *'; } ||
        user ann uid=4243 group=staff groups=audio home=/srv/ann shell=/bin/bash comment=Ann; }
}

say hello
facts() { { machine_facts; } | sed "s/^/$token fact /" >&5; }
open_journal
gid0='?'
w0='?' m0='?' x0='?'
# subjects: asks for the state of all of them.
subjects() {
    echo '=groups'
    printf ':%s\n' staff
    echo '=users'
    printf ':%s\n' ann
}
shadow=/dev/null
[ ! -r /etc/shadow ] || shadow=/etc/shadow
eval "$(subjects 2>/dev/null | assignments /etc/passwd /etc/group "$shadow")"
run 1
finish
leave
[ -z "$dirty" ] || facts
close_journal
say end "${failed:-0}"
