content1() { printf '%s' 'hidden
'; }

action1() {
    title='file[/etc/hidden.conf] create (recipes/hides_the_changes_and_guards_of_a_sensitive_file.csx:1)'
    hidden=1
    { matches "$file0_mode" "file 0600 * *" "$file0_sum" e084a3683ef795d1cdbf5e9b253f2ca1f783ae0d0d6e47e419acbbc4fc80bbfa ||
        file /etc/hidden.conf mode=0600 sum=e084a3683ef795d1cdbf5e9b253f2ca1f783ae0d0d6e47e419acbbc4fc80bbfa body=content1 old=old1; }
}

action2() {
    title='file[/etc/skipped.conf] create (recipes/hides_the_changes_and_guards_of_a_sensitive_file.csx:7)'
    hidden=1
    guard 1 no true || return 1
    { matches "$file1_mode" "file * * *" ||
        file /etc/skipped.conf; }
}
