#include <prognos/status.h>

int prg_status_exit_code(prg_status status) {
  switch (status) {
#define PRG_STATUS(name, code, meaning)                                                            \
  case name:                                                                                       \
    return code;
    PRG_STATUS_TABLE(PRG_STATUS)
#undef PRG_STATUS
  }
  return 1;
}
