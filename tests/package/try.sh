#!/bin/sh
# Installs the package in a Debian that has just been made, uses it as people do, and removes it; then runs the program in
# the oldest Debian that there is. As root: PACKAGES holds what `./dev package` made, SCRATCH may grow to half a gigabyte.
# usage: try.sh PACKAGES SCRATCH
set -eu

packages=$1 scratch=$2
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
[ "$(id -u)" -eq 0 ] || { echo "try.sh: only root can make a Debian to try the package in" >&2; exit 125; }
mirror=$(sed -n 's/^URIs: *//p; s/^deb \(\[[^]]*\] \)\{0,1\}\([^ ]*\) .*/\2/p' /etc/apt/sources.list.d/*.sources \
    /etc/apt/sources.list 2>/dev/null | head -n 1)

say() { printf 'try: %s\n' "$*"; }
fail() { printf 'try: FAILED: %s\n' "$*" >&2; exit 1; }
inside() { chroot "$debian" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 "$@"; }
# All that is in it, but for what Debian itself notes down when packages come and go.
content() {
    (cd "$debian" && find . -xdev \( -path ./proc -o -path ./sys -o -path ./dev -o -path ./tmp -o -path ./root \
        -o -path ./var/log -o -path ./var/cache -o -path ./var/lib/dpkg -o -path ./var/lib/apt \) -prune -o -print) | sort
}

mkdir -p "$scratch"
debian=$scratch/debian
rm -rf "$debian"
say "making a Debian 12 ..."
debootstrap --variant=minbase --include=man-db,bash,bash-completion,zsh,fish,mandoc bookworm "$debian" "$mirror" \
    >"$scratch/debootstrap.log" 2>&1 || { tail -n 5 "$scratch/debootstrap.log" >&2; exit 125; }
content >"$scratch/before"
trap 'umount -l "$scratch"/debian/proc "$scratch"/debian/dev/pts "$scratch"/debian/dev 2>/dev/null || true' EXIT
mount -t proc proc "$debian/proc"
for devices in /dev /dev/pts; do mount --bind "$devices" "$debian$devices"; done

say "installing"
cp "$packages"/*.deb "$debian/root/hipaa-check.deb"
inside dpkg --install /root/hipaa-check.deb >/dev/null || fail "it cannot be installed"
[ -z "$(inside dpkg --verify hipaa-check)" ] || fail "what is installed is not what the package says"
# shellcheck disable=SC2016 # the field is dpkg's
depends=$(inside dpkg-query -W -f '${Depends}' hipaa-check)
[ -z "$depends" ] || fail "it depends on $depends"

say "asking"
answers=$(printf 'spruce\nyes\n0\nq\n' | inside sh -c 'cd /root && hipaa-check ask') && status=0 || status=$?
[ "$status" -eq 4 ] || fail "hipaa-check ask ended with $status"
case $answers in *'Your answers are saved in practice.yaml'*) ;; *) fail "hipaa-check ask did not say that it saved" ;; esac
inside grep -q 'sms_clients: 0' /root/practice.yaml || fail "hipaa-check ask did not write the answers"

say "reading the manual"
for page in 1:hipaa-check 5:hipaa-check-practice 5:hipaa-check-checklist; do
    inside man "${page%%:*}" "${page#*:}" >"$scratch/manual.txt" || fail "there is no manual page $page"
    [ "$(wc -l <"$scratch/manual.txt")" -gt 50 ] || fail "the manual page $page is short"
    warnings=$(inside sh -c "zcat /usr/share/man/man${page%%:*}/${page#*:}.${page%%:*}.gz | mandoc -T lint -W warning") || true
    [ -z "$warnings" ] || fail "mandoc says of $page: $warnings"
done

say "completing in bash, zsh and fish"
cp "$here"/completion.* "$debian/root/"
while IFS='|' read -r typed becomes; do
    for shell in bash zsh fish; do
        got=$(inside "$shell" "/root/completion.$shell" "$typed" </dev/null)
        [ "${got%=}" = "$becomes" ] || fail "$shell makes '$got' of '$typed'"
    done
done <<'END'
hipaa-check mer|hipaa-check merge
hipaa-check --format=ma|hipaa-check --format=markdown
hipaa-check due -f i|hipaa-check due -f ics
hipaa-check schema c|hipaa-check schema checklist
hipaa-check --checklist spr|hipaa-check --checklist spruce
hipaa-check explain spruce/paid-tier/not|hipaa-check explain spruce/paid-tier/not-a-trial
hipaa-check lint --ru|hipaa-check lint --rules
END

umount "$debian/proc" "$debian/dev/pts" "$debian/dev"
say "removing"
inside dpkg --purge hipaa-check >/dev/null || fail "it cannot be removed"
content >"$scratch/after"
diff "$scratch/before" "$scratch/after" || fail "it left something behind"

for suite in jessie stretch buster bullseye; do
    debian=$scratch/$suite
    rm -rf "$debian"
    debootstrap --variant=minbase --no-check-gpg "$suite" "$debian" "$mirror" >"$scratch/debootstrap.log" 2>&1 || continue
    say "running in $(cat "$debian/etc/debian_version"), $suite"
    tar -xzf "$packages"/*.tar.gz -C "$debian/root" --strip-components=1
    printf 'products: {spruce: {}}\n' >"$debian/root/practice.yaml"
    inside /root/bin/hipaa-check --as-of 2026-11-22 /root/practice.yaml >"$scratch/report.txt" && status=0 || status=$?
    [ "$status" -eq 4 ] || fail "the program ended with $status"
    break
done
say "all of it works"
