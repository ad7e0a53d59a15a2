content1() { printf '%s' 'port = 81
'; }

action1() {
    title='file[/srv/case/a.conf] create (recipes/writes_other_content_and_keeps_the_rest.csx:1)'
    { matches "$file0_mode" "file * * *" "$file0_sum" 4406e8c22b6b42759c738f2df6302c501a53683581989e1ded0c050c0f03ee0e ||
        file /srv/case/a.conf sum=4406e8c22b6b42759c738f2df6302c501a53683581989e1ded0c050c0f03ee0e body=content1 old=old1; }
}
