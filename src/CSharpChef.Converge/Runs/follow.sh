# Needs: state

# Prints the lines of a run's journal after the first LINES, and those to come, until the run ends: TOKEN RUN LINES.
token=$1 journal=$state/runs/$2 printed=0
if [ ! -f "$journal" ]; then
    printf '%s none\n' "$token"
    exit
fi
exec 3<"$journal"
while :; do
    running=''
    alive && [ "$holder" = "$2" ] && running=1
    while IFS= read -r line; do
        printed=$((printed + 1))
        [ "$printed" -gt "$3" ] || continue
        case $line in
            '|'* | '') printf '%s\n' "$line" ;;
            *) printf '%s %s\n' "$token" "$line" ;;
        esac
    done <&3
    [ "$running" ] || break
    sleep 1
done
printf '%s over\n' "$token"
