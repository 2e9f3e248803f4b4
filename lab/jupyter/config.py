"""JupyterLab's settings under `npm start`: two kernels, no calls to the network, nothing outside the clone."""

c = get_config()  # noqa: F821  (Jupyter defines it)

c.KernelSpecManager.allowed_kernelspecs = {"typescript", "tslab"}
c.KernelSpecManager.ensure_native_kernel = False
c.MultiKernelManager.default_kernel_name = "typescript"

c.ServerApp.allow_root = True
c.ServerApp.ip = "localhost"
c.FileContentsManager.delete_to_trash = False  # the desktop's trash lies outside the clone

c.LanguageServerManager.autodetect = False  # it would run npm, which writes to the home folder

c.LabApp.news_url = None
c.LabApp.check_for_updates_class = "jupyterlab.NeverCheckForUpdate"
c.LabApp.extension_manager = "readonly"
