
action1() {
    title='line[/srv/case/conf] ensure (recipes/knows_when_the_match_is_right_already.csx:1)'
    { equals "$line0_edit" none ||
        line /srv/case/conf 'Port 2222' match='^Port 222' old=old1; }
}

action2() {
    title='line[/srv/case/conf] ensure (recipes/knows_when_the_match_is_right_already.csx:6)'
    { equals "$line1_edit" none ||
        line /srv/case/conf 'No.such [line] *' match='^No\.such ' old=old2; }
}
