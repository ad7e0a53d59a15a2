content1() { printf '%s' 'new
'; }

action1() {
    title='file[/srv/new] create (recipes/fails_when_the_new_content_does_not_pass_verify.csx:1)'
    ignore=1
    { matches "$file0_mode" "file * * *" "$file0_sum" 7aa7a5359173d05b63cfd682e3c38487f3cb4f7f1d60659fe59fab1505977d4c ||
        file /srv/new sum=7aa7a5359173d05b63cfd682e3c38487f3cb4f7f1d60659fe59fab1505977d4c body=content1 old=old1 verify='test -d {path}'; }
}

action2() {
    title='file[/srv/old] create (recipes/fails_when_the_new_content_does_not_pass_verify.csx:7)'
    ignore=1
    { matches "$file1_mode" "file 0600 * *" "$file1_sum" 7aa7a5359173d05b63cfd682e3c38487f3cb4f7f1d60659fe59fab1505977d4c ||
        file /srv/old mode=0600 sum=7aa7a5359173d05b63cfd682e3c38487f3cb4f7f1d60659fe59fab1505977d4c body=content1 old=old2 verify='test -d {path}'; }
}

action3() {
    title='file[/srv/secret] create (recipes/fails_when_the_new_content_does_not_pass_verify.csx:14)'
    hidden=1 ignore=1
    { matches "$file2_mode" "file * * *" "$file2_sum" 7aa7a5359173d05b63cfd682e3c38487f3cb4f7f1d60659fe59fab1505977d4c ||
        file /srv/secret sum=7aa7a5359173d05b63cfd682e3c38487f3cb4f7f1d60659fe59fab1505977d4c body=content1 old=old3 verify='test -d {path}'; }
}
