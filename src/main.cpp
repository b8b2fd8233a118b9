#include "scr/cli/run.hpp"

int main(int argc, char** argv) {
    return scr::cli::run(argc, argv);
}
