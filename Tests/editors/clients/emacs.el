;;; emacs.el --- Plays an author in Emacs with eglot, in batch -*- lexical-binding: t -*-

;; The author has editors/emacs/resolute.el in a folder of `load-path'.  Commands that ask in the
;; minibuffer get their answers from here; everything else is what the commands themselves do.

;;; Code:

(require 'cl-lib)
(require 'json)

;; Debian's packages and their commands, which a batch run without site files does not see.
(let ((packages "/usr/share/emacs/site-lisp/elpa"))
  (when (file-directory-p packages)
    (dolist (folder (directory-files packages t "\\`[a-z]"))
      (add-to-list 'load-path folder))))

(require 'eglot)
(require 'markdown-mode)
(require 'eglot)
(require 'flymake)
(require 'xref)
(add-to-list 'load-path "~/lisp")
(require 'resolute)
(add-hook 'markdown-mode-hook #'eglot-ensure)
(add-hook 'resolution-mode-hook #'eglot-ensure)

(setq create-lockfiles nil
      make-backup-files nil
      auto-save-default nil
      eglot-confirm-server-initiated-edits nil
      eglot-sync-connect 10
      flymake-no-changes-timeout 0.05
      eglot-send-changes-idle-time 0.05)

(defvar author-scenario
  (let ((json-object-type 'alist) (json-array-type 'list) (json-key-type 'symbol))
    (json-read-file (getenv "EDITORS_SCENARIO"))))

(defun author-get (&rest path)
  "Return what stands at PATH in the scenario."
  (let ((value author-scenario))
    (dolist (key path value)
      (setq value (alist-get key value)))))

(defun author-report (verdict step &optional detail)
  "Write the VERDICT on a STEP, with a DETAIL, to the results."
  (let ((line (format "%s\t%s\t%s\n" verdict step
                      (replace-regexp-in-string "[ \t\n]+" " " (or detail ""))))
        (coding-system-for-write 'utf-8))
    (write-region line nil (getenv "EDITORS_RESULTS") 'append 'quiet)))

(defun author-wait (condition &optional seconds)
  "Wait until CONDITION returns something, SECONDS at most, and return it."
  (let ((stop (+ (float-time) (or seconds 5))) value)
    (while (and (not (setq value (funcall condition))) (< (float-time) stop))
      (accept-process-output nil 0.01))
    value))

(defun author-expect (step expected actual)
  "Report whether the function ACTUAL comes to return what is EXPECTED at STEP."
  (if (author-wait (lambda () (equal (funcall actual) expected)))
      (progn (author-report "ok" step) t)
    (author-report "fail" step (format "expected %S got %S" expected (funcall actual)))
    nil))

(defun author-line (number)
  "Return the text of line NUMBER."
  (save-excursion
    (goto-char (point-min))
    (forward-line (1- number))
    (buffer-substring-no-properties (point) (line-end-position))))

(defun author-go (number before)
  "Put point in line NUMBER after the words BEFORE."
  (goto-char (point-min))
  (forward-line (1- number))
  (unless (looking-at (regexp-quote before))
    (error "Line %d does not begin with %s" number before))
  (goto-char (match-end 0)))

(defun author-diagnostics ()
  "Return what flymake shows, sorted."
  ;; eglot sends changes when Emacs is idle, which it never is in batch.
  (eglot--signal-textDocument/didChange)
  (flymake-start)
  (sort
   (mapcar
    (lambda (each)
      (let* ((start (flymake-diagnostic-beg each))
             (lsp (alist-get 'eglot-lsp-diag (flymake-diagnostic-data each)))
             (range (plist-get lsp :range))
             ;; Where a range is empty, eglot underlines a word instead; the range itself is meant.
             (end (if (equal (plist-get range :start) (plist-get range :end)) start
                    (flymake-diagnostic-end each)))
             (start (if (eq end start) (eglot--lsp-position-to-point (plist-get range :start))
                      start))
             (end (max start end)))
        (save-excursion
          (goto-char start)
          (format "%d: %s«%s» %s" (line-number-at-pos)
                  (buffer-substring-no-properties (line-beginning-position) start)
                  (buffer-substring-no-properties start end)
                  (plist-get lsp :code)))))
    (flymake-diagnostics))
   #'string<))

(defun author-expected-diagnostics (&optional without)
  "Return what flymake must show, but those with the code WITHOUT."
  (sort
   (cl-loop for each in (author-get 'diagnostics)
            unless (equal (alist-get 'code each) without)
            collect (format "%d: %s«%s» %s" (alist-get 'line each) (alist-get 'before each)
                            (alist-get 'text each) (alist-get 'code each)))
   #'string<))

(defun author-see-diagnostics ()
  "See the right diagnostics."
  (author-expect "diagnostics" (author-expected-diagnostics) #'author-diagnostics))

(defun author-hover ()
  "See what a citation is."
  (author-go (author-get 'hover 'line) (author-get 'hover 'before))
  (let ((says (author-get 'hover 'says)) text)
    (eglot-hover-eldoc-function (lambda (info &rest _) (setq text (or info ""))))
    (author-wait (lambda () text))
    (if (and text (let ((case-fold-search t)) (string-match-p (regexp-quote says) text)))
        (author-report "ok" "hover")
      (author-report "fail" "hover" (format "expected %S in the text, got %S" says text)))))

(defun author-jump ()
  "Follow a reference to its paragraph."
  (author-go (author-get 'jump 'line) (author-get 'jump 'before))
  (call-interactively #'xref-find-definitions)
  (author-expect "jump" (author-get 'jump 'to) #'line-number-at-pos))

(defun author-complete ()
  "Type the start of a citation and take the rest from the list."
  (let ((line (author-get 'complete 'line)) (choose (author-get 'complete 'choose)) offered)
    (author-go line (author-get 'complete 'before))
    (insert (author-get 'complete 'type))
    (let ((completion-in-region-function
           ;; As the front ends do: replace the region, then tell that it is finished.
           (lambda (start end collection predicate)
             (let* ((extra completion-extra-properties)
                    (exit (plist-get extra :exit-function)))
               (setq offered
                     (completion-all-completions
                      (buffer-substring-no-properties start end) collection predicate
                      (- (point) start)))
               (when (consp offered) (setcdr (last offered) nil))
               (let ((choice (cl-find choose offered :test #'string=)))
                 (when choice
                   (delete-region start end)
                   (insert (substring-no-properties choice))
                   (when exit (funcall exit choice 'finished))))))))
      (completion-at-point))
    (unless (author-expect "complete" (author-get 'complete 'becomes)
                           (lambda () (author-line line)))
      (author-report "note" "complete"
                     (format "offered: %s" (mapconcat #'substring-no-properties offered " | "))))))

(defun author-rename ()
  "Rename a label; its references follow."
  (author-go (author-get 'rename 'line) (author-get 'rename 'before))
  (let ((becomes (author-get 'rename 'becomes)))
    (eglot-rename (author-get 'rename 'name))
    (author-expect "rename" (mapcar #'cdr becomes)
                   (lambda ()
                     (mapcar (lambda (each)
                               (author-line (string-to-number (symbol-name (car each)))))
                             becomes)))))

(defun author-fix ()
  "Take the quick fix of a diagnostic."
  (let ((line (author-get 'fix 'line)) (title (author-get 'fix 'title)) offered)
    (author-go line (author-get 'fix 'before))
    (cl-letf (((symbol-function 'completing-read)
               (lambda (_prompt titles &rest _)
                 (setq offered (mapcar (lambda (each) (if (consp each) (car each) each)) titles))
                 (cl-find-if (lambda (each) (string-prefix-p title each)) offered))))
      (let ((last-nonmenu-event ?x)) ; as by a key, not by the mouse
        (eglot-code-actions (point) (point) nil t)))
    (if (author-expect "fix" (author-get 'fix 'becomes) (lambda () (author-line line)))
        (author-expect "diagnostics after the fix"
                       (author-expected-diagnostics (author-get 'fix 'code)) #'author-diagnostics)
      (author-report "note" "fix" (format "offered: %s" (mapconcat #'identity offered " | "))))))

(defun author-play ()
  "Play the session."
  (find-file (getenv "EDITORS_DRAFT"))
  ;; eglot connects after the command that found the file; a batch run has no commands.
  (run-hooks 'post-command-hook)
  (author-wait (lambda () (and (eglot-current-server) eglot--managed-mode)))
  (dolist (step (split-string (getenv "EDITORS_STEPS")))
    (condition-case fault
        (funcall (cdr (assoc step '(("diagnostics" . author-see-diagnostics)
                                    ("hover" . author-hover) ("jump" . author-jump)
                                    ("complete" . author-complete) ("rename" . author-rename)
                                    ("fix" . author-fix)))))
      (error (author-report "fail" step (error-message-string fault)))))
  (set-buffer-modified-p t)
  (save-buffer)
  (author-report "quit" "")
  (eglot-shutdown-all)
  (kill-emacs 0))

(condition-case fault (author-play)
  (error (author-report "fail" "session" (error-message-string fault))
         (kill-emacs 1)))

;;; emacs.el ends here
