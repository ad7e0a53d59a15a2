# Tells the lines of a run's journal behind the first LINES, and those to come, until it ends: TOKEN RUN LINES.
token=$1 journal=$state/runs/$2 told=0
if [ ! -f "$journal" ]; then
    printf '%s none\n' "$token"
    exit
fi
exec 3<"$journal"
while :; do
    going=''
    alive && [ "$holder" = "$2" ] && going=1
    while IFS= read -r line; do
        told=$((told + 1))
        [ "$told" -gt "$3" ] || continue
        case $line in
            '|'* | '') printf '%s\n' "$line" ;;
            *) printf '%s %s\n' "$token" "$line" ;;
        esac
    done <&3
    [ "$going" ] || break
    sleep 1
done
printf '%s over\n' "$token"
