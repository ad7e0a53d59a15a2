content1() { printf '%s' 'new
'; }

action1() {
    title='file[/srv/case/a.conf] create (recipes/writes_content_and_permissions_in_one_step.csx:1)'
    { matches "$file0_mode" "file 0640 $owner0_uid *" "$file0_sum" 7aa7a5359173d05b63cfd682e3c38487f3cb4f7f1d60659fe59fab1505977d4c ||
        file /srv/case/a.conf mode=0640 owner=daemon sum=7aa7a5359173d05b63cfd682e3c38487f3cb4f7f1d60659fe59fab1505977d4c body=content1 old=old1; }
}
