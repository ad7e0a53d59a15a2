text1() { password_hash='$6$salt$hash'; }

action1() {
    title='user[ann] create (recipes/keeps_the_marks_of_a_locked_password.csx:1)'
    { { matches "$user0_account" '[0-9]*':'*':'*':'*':'*' && text1 && equals "$user0_password" "$password_hash"; } ||
        user ann secret=text1; }
}

action2() {
    title='user[bob] create (recipes/keeps_the_marks_of_a_locked_password.csx:2)'
    user bob secret=text1 locked=yes
}

action3() {
    title='user[eve] create (recipes/keeps_the_marks_of_a_locked_password.csx:7)'
    { { matches "$user1_account" '[0-9]*':'*':'*':'*':'*' && matches "$user1_password" '[!!]*'; } ||
        user eve locked=no; }
}
