
action1() {
    title='line[/srv/case/conf] ensure (recipes/changes_nothing_when_the_matching_line_is_correct.csx:1)'
    { equals "$line0_edit" none ||
        line /srv/case/conf 'Port 2222' match='^Port 222' old=old1; }
}

action2() {
    title='line[/srv/case/conf] ensure (recipes/changes_nothing_when_the_matching_line_is_correct.csx:6)'
    { equals "$line1_edit" none ||
        line /srv/case/conf 'No.such [line] *' match='^No\.such ' old=old2; }
}
