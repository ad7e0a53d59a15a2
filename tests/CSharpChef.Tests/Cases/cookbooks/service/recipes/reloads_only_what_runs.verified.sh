content1() { printf '%s' 'new
'; }

action1() {
    title='file[/srv/case.conf] create (recipes/reloads_only_what_runs.csx:2)'
    notifies_later=2
    { matches "$file0_mode" "file * * *" "$file0_sum" 7aa7a5359173d05b63cfd682e3c38487f3cb4f7f1d60659fe59fab1505977d4c ||
        file /srv/case.conf sum=7aa7a5359173d05b63cfd682e3c38487f3cb4f7f1d60659fe59fab1505977d4c body=content1 old=old1; }
}

action2() {
    title='service[case] reload (recipes/reloads_only_what_runs.csx:1)'
    service case reloaded "$unit0_answer"
}
