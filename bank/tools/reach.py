"""What a program reaches for outside itself: files, network, the machine."""

import ast

OUTSIDE = {
    "asyncio": "processes", "ctypes": "the machine", "ftplib": "the network", "http": "the network", "imaplib": "the network",
    "importlib": "the machine", "js": "the browser", "multiprocessing": "processes", "os": "the machine",
    "pathlib": "files", "platform": "the machine", "poplib": "the network", "pyodide": "the browser",
    "pyodide_js": "the browser", "select": "the network", "shutil": "files", "signal": "processes",
    "smtplib": "the network", "socket": "the network", "socketserver": "the network", "sqlite3": "files",
    "ssl": "the network", "subprocess": "processes", "tempfile": "files", "threading": "threads",
    "tkinter": "a window", "urllib": "the network", "webbrowser": "the network", "xmlrpc": "the network",
}


def check_reach(code):
    """(line, name of what is reached for) for each place; the name is what `needs` must list."""
    findings = []
    for node in ast.walk(ast.parse(code)):
        modules = []
        if isinstance(node, ast.Import):
            modules = [alias.name for alias in node.names]
        if isinstance(node, ast.ImportFrom):
            modules = [node.module or ""]
        for module in modules:
            root = module.split(".")[0]
            if root in OUTSIDE:
                findings.append((node.lineno, f"the module {root} ({OUTSIDE[root]})", root))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            if node.func.id == "open":
                findings.append((node.lineno, "a file, by open()", "files"))
            if node.func.id in {"exec", "eval", "__import__", "compile", "breakpoint"}:
                findings.append((node.lineno, f"{node.func.id}()", node.func.id))
    return sorted(set(findings))
