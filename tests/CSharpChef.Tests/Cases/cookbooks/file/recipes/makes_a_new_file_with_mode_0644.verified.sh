content1() { printf '%s' 'one
two
'; }

action1() {
    title='file[/srv/case/new.txt] create (recipes/makes_a_new_file_with_mode_0644.csx:1)'
    { matches "$file0_mode" "file * * *" "$file0_sum" c3f9c8c283a2b1f2f1896f27a01cbe3cddc0c9d93f752e4639035a0f5b36f6e8 ||
        file /srv/case/new.txt sum=c3f9c8c283a2b1f2f1896f27a01cbe3cddc0c9d93f752e4639035a0f5b36f6e8 body=content1 old=old1; }
}
