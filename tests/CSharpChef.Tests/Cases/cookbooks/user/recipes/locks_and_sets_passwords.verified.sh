text1() { password_hash='$6$salt$other'; }

action1() {
    title='user[ann] create (recipes/locks_and_sets_passwords.csx:1)'
    { { matches "$user0_account" '[0-9]*':'*':'*':'*':'*' && matches "$user0_password" '!*'; } ||
        user ann locked=yes; }
}

action2() {
    title='user[bob] create (recipes/locks_and_sets_passwords.csx:2)'
    { { matches "$user1_account" '[0-9]*':'*':'*':'*':'*' && text1 && equals "$user1_password" "$password_hash"; } ||
        user bob secret=text1; }
}

action3() {
    title='user[eve] create (recipes/locks_and_sets_passwords.csx:3)'
    { { matches "$user2_account" '[0-9]*':'*':'*':'*':'*' && matches "$user2_password" '[!!]*'; } ||
        user eve locked=no; }
}
