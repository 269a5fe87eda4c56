#include "plan/cells/program.h"

glp_prob *program_new(int direction) {
  glp_term_out(GLP_OFF);
  glp_prob *program = glp_create_prob();
  glp_set_obj_dir(program, direction);
  return program;
}

bool program_solve(glp_prob *program) {
  glp_smcp options;
  glp_init_smcp(&options);
  options.msg_lev = GLP_MSG_OFF;
  glp_std_basis(program);
  return glp_simplex(program, &options) == 0 && glp_get_status(program) == GLP_OPT;
}

static void stop_late(glp_tree *tree, void *nodes) {
  int total;
  glp_ios_tree_size(tree, NULL, NULL, &total);
  if (total > *(const int *)nodes)
    glp_ios_terminate(tree);
}

bool program_solve_whole(glp_prob *program, int nodes, bool *is_best) {
  glp_iocp options;
  glp_init_iocp(&options);
  options.msg_lev = GLP_MSG_OFF;
  options.cb_func = stop_late;
  options.cb_info = &nodes;
  glp_intopt(program, &options);
  int found = glp_mip_status(program);
  if (is_best != NULL && found != GLP_OPT)
    *is_best = false;
  return found == GLP_OPT || found == GLP_FEAS;
}
