
action1() {
    title='line[/srv/case/conf] remove (recipes/removes_exact_and_matching_lines.csx:1)'
    { equals "$line0_edit" none ||
        line /srv/case/conf 'User x' old=old1 gone; }
}

action2() {
    title='line[/srv/case/conf] remove (recipes/removes_exact_and_matching_lines.csx:6)'
    { equals "$line1_edit" none ||
        line /srv/case/conf '' match='^Port [0-9]+$' old=old2 gone; }
}

action3() {
    title='line[/srv/case/missing] remove (recipes/removes_exact_and_matching_lines.csx:11)'
    { equals "$line2_edit" none ||
        line /srv/case/missing x old=old3 gone; }
}
