content1() { printf '%s' 'new
'; }

action1() {
    title='file[/srv/case.conf] create (recipes/needs_no_restart_when_it_has_just_been_started.csx:1)'
    notifies_later=4
    { matches "$file0_mode" "file * * *" "$file0_sum" 7aa7a5359173d05b63cfd682e3c38487f3cb4f7f1d60659fe59fab1505977d4c ||
        file /srv/case.conf sum=7aa7a5359173d05b63cfd682e3c38487f3cb4f7f1d60659fe59fab1505977d4c body=content1 old=old1; }
}

action2() {
    title='service[case] enable (recipes/needs_no_restart_when_it_has_just_been_started.csx:2)'
    { matches "$unit0_state" '* enabled no' ||
        service case enabled "$unit0_answer"; }
}

action3() {
    title='service[case] start (recipes/needs_no_restart_when_it_has_just_been_started.csx:2)'
    supersedes=4
    { matches "$unit0_state" '* active * no' || matches "$unit0_state" '* reloading * no' ||
        service case started "$unit0_answer"; }
}

action4() {
    title='service[case] restart (recipes/needs_no_restart_when_it_has_just_been_started.csx:2)'
    service case restarted "$unit0_answer"
}
