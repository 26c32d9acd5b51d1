# For sourcing. Prints the heap's size as an option where the one in jvm.options is too small for the threads that hash
# passwords: 64 MiB for each, half the cores unless they are configured, beside 112 MiB for everything else (HashingLane).
heap_option() {
  local cores threads
  cores=$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)
  threads=${CLIENTELE_HASHING_THREADS:-$((cores / 2))}
  case $threads in
    '' | *[!0-9]*) return 0 ;;
  esac
  if [ "$threads" -gt 1 ]; then
    # The virtual machine counts a part of its heap as never to be had.
    printf '%s\n' "-Xmx$(((112 + 64 * threads) * 105 / 100))m"
  fi
}
