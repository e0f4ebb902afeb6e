"""Make the virtual environment `.venv`; on Debian, where that needs a package of its own, install it if possible."""

import os
import shutil
import subprocess
import sys

MINIMUM = (3, 11)


def main() -> None:
    """Make the environment anew."""
    if sys.version_info < MINIMUM:
        sys.exit(f"segsite needs Python 3.11 or later; this is {sys.version.split()[0]}. Try: make PYTHON=python3.12 …")
    try:
        import ensurepip  # noqa: F401, PLC0415 - only whether it is there
    except ImportError:
        install_venv()
    # In a process of its own: a package installed a moment ago is not seen by this one.
    subprocess.run([sys.executable, "-m", "venv", "--clear", ".venv"], check=True)


def install_venv() -> None:
    """Install the Debian package that this Python needs to make environments."""
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        sys.exit(f"This Python cannot make virtual environments yet. On Debian or Ubuntu: sudo apt install {package}")
    subprocess.run(["apt-get", "update", "-qq"], check=True)
    subprocess.run(["apt-get", "install", "-y", "-qq", package], check=True)


if __name__ == "__main__":
    main()
