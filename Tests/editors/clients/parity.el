;;; parity.el --- Writes down what eglot shows of the texts of a folder -*- lexical-binding: t -*-

;;; Code:

(require 'cl-lib)
(require 'json)
(let ((packages "/usr/share/emacs/site-lisp/elpa"))
  (dolist (folder (file-expand-wildcards (concat packages "/*")))
    (push folder load-path)))
(push (expand-file-name "~/lisp") load-path)
(require 'eglot)
(require 'markdown-mode)
(require 'resolute)
(setq eglot-sync-connect 5 eglot-autoshutdown nil make-backup-files nil)

(defun parity-wait (condition seconds)
  "Wait until CONDITION returns something, SECONDS at most."
  (let ((stop (+ (float-time) seconds)))
    (while (and (not (funcall condition)) (< (float-time) stop))
      (accept-process-output nil 0.01))))

(defun parity-diagnostics ()
  "Return what flymake has from the server."
  ;; Flymake starts when Emacs is idle, which it never is in batch.
  (flymake-start)
  (delq nil (mapcar (lambda (each) (alist-get 'eglot-lsp-diag (flymake-diagnostic-data each)))
                    (flymake-diagnostics))))

(defun parity-show (file count)
  "Open FILE, wait for COUNT diagnostics, and write them down."
  (with-current-buffer
      (find-file-noselect (expand-file-name file (getenv "PARITY_FOLDER")))
    (unless (derived-mode-p 'text-mode) (text-mode))
    (eglot-ensure)
    ;; In batch there is no command loop, after which eglot would start.
    (unless (eglot-managed-p)
      (apply #'eglot (eglot--guess-contact)))
    (parity-wait (lambda () (>= (length (parity-diagnostics)) count)) 8)
    (parity-wait #'ignore 0.15)
    (dolist (each (parity-diagnostics))
      (let ((line (json-encode
                   (list :file file :code (plist-get each :code)
                         :severity (plist-get each :severity) :message (plist-get each :message)
                         :range (plist-get each :range))))
            (coding-system-for-write 'utf-8))
        (write-region (concat line "\n") nil (getenv "PARITY_RESULTS") 'append 'quiet)))))

(condition-case fault
    (let ((json-array-type 'list))
      (dolist (each (json-read-file (getenv "PARITY_FILES")))
        (parity-show (alist-get 'file each) (alist-get 'count each)))
      (eglot-shutdown-all)
      (kill-emacs 0))
  (error (message "%s" (error-message-string fault))
         (kill-emacs 1)))

;;; parity.el ends here
