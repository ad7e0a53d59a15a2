content1() { printf '%s' 'new
'; }

action1() {
    title='file[/srv/case/a.conf] create (recipes/keeps_an_earlier_version_when_asked.csx:1)'
    { matches "$file0_mode" "file * * *" "$file0_sum" 7aa7a5359173d05b63cfd682e3c38487f3cb4f7f1d60659fe59fab1505977d4c ||
        file /srv/case/a.conf sum=7aa7a5359173d05b63cfd682e3c38487f3cb4f7f1d60659fe59fab1505977d4c body=content1 old=old1 backup=2; }
}
